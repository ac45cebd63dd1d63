/**
 * The public RealWorld suite: its files as they are, newman to run them, and a matcher for its OpenAPI document.
 *
 * @module
 */
import { parse } from "yaml";
import {
  type OpenApiMatcher,
  openapiMatcher,
  type Tree,
} from "./openapi_matcher.ts";

/** The folder of the suite. */
export const SUITE = new URL("suites/conduit/", import.meta.url);

/** What a run of the collection came to. */
export interface CollectionRun {
  /** How many requests were sent. */
  readonly requests: number;
  /** How many assertions were made. */
  readonly assertions: number;
  /** The assertions and requests that failed, each in a line. */
  readonly failures: readonly string[];
}

/** Makes the matcher of the suite's openapi.yml, served under `/api`. */
export async function conduitMatcher(): Promise<OpenApiMatcher> {
  const text = await Deno.readTextFile(new URL("openapi.yml", SUITE));
  return openapiMatcher(parse(text) as Tree, {
    basePath: "/api",
    errorSchema: "GenericErrorModel",
  });
}

/** Runs the collection with newman against an API, such as `http://127.0.0.1:8080/api`, as the suite's README says. */
export async function runCollection(api: string): Promise<CollectionRun> {
  const report = await Deno.makeTempFile({ suffix: ".json" });
  try {
    const user = `u${crypto.randomUUID().slice(0, 8)}`;
    const globals = {
      APIURL: api,
      USERNAME: user,
      EMAIL: `${user}@mail.com`,
      PASSWORD: "password",
    };
    const newman = new Deno.Command("npx", {
      args: [
        "-y",
        NEWMAN,
        "run",
        "Conduit.postman_collection.json",
        "--delay-request=1",
        "--timeout-request=10000",
        "--reporters=json",
        `--reporter-json-export=${report}`,
        ...Object.entries(globals).flatMap((
          [name, value],
        ) => ["--global-var", `${name}=${value}`]),
      ],
      cwd: SUITE,
      stdout: "piped",
      stderr: "piped",
    });
    const { stdout, stderr } = await newman.output();
    const text = await Deno.readTextFile(report);
    if (text === "") {
      throw new Error(
        `Cannot run newman: ${new TextDecoder().decode(stderr)}${
          new TextDecoder().decode(stdout)
        }`,
      );
    }
    return summed((JSON.parse(text) as NewmanReport).run);
  } finally {
    await Deno.remove(report);
  }
}

function summed({ stats, failures }: NewmanReport["run"]): CollectionRun {
  return {
    requests: stats.requests.total,
    assertions: stats.assertions.total,
    failures: failures.map(({ source, error }) =>
      `${source?.name ?? "?"}: ${error.test ?? ""} ${error.message}`
    ),
  };
}

interface NewmanReport {
  readonly run: {
    readonly stats: Readonly<
      Record<"requests" | "assertions", { readonly total: number }>
    >;
    readonly failures: readonly {
      readonly source?: { readonly name?: string };
      readonly error: { readonly test?: string; readonly message: string };
    }[];
  };
}

const NEWMAN = "newman@6.2.2";
