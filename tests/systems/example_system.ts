/**
 * The system of an example blueprint, generated into a folder of its own and run as its users run it.
 *
 * @module
 */
import process from "node:process";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import {
  findPostgres,
  startPostgresServer,
} from "../../templates/kit/postgres_server.ts";
import { openTestSchema } from "../../templates/kit/postgres_test_schema.ts";
import { runSystem } from "../../validation/run_system.ts";
import { JsonClient } from "./json_client.ts";

/** Where a system keeps its data. */
export type Engine = "memory" | "sqlite" | "postgres";

/** A running example. Disposing of it stops it and removes all that it left. */
export interface ExampleSystem extends AsyncDisposable {
  /** Where it listens; another address after every start. */
  readonly url: string;
  /** Where it keeps its data. */
  readonly engine: Engine;
  /** The folder it was generated into. */
  readonly folder: string;
  /** The key its tokens are signed with. */
  readonly secret: string;
  /** A client that nobody is signed in with. */
  client(): JsonClient;
  /** Stops it as `kill PID` does, and starts it again; settings stand for this start alone. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  /** Kills it without a warning, and starts it again. */
  crash(): Promise<void>;
}

/** Options of {@link startExample}. */
export interface ExampleOptions {
  /** Where it keeps its data. */
  readonly engine: Engine;
  /** Settings beyond those that every system gets. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Why tests on an engine cannot run here; undefined when they can. */
export async function missingFor(engine: Engine): Promise<string | undefined> {
  if (engine !== "postgres" || Deno.env.get("TEST_DATABASE_URL")) return;
  const found = await findPostgres();
  return "missing" in found ? found.missing : undefined;
}

/** Generates the system of `examples/<name>/blueprint.yaml` on an engine and starts it. */
export async function startExample(
  name: string,
  options: ExampleOptions,
): Promise<ExampleSystem> {
  await using held = new AsyncDisposableStack();
  const parent = await Deno.makeTempDir({ prefix: `example_${name}_` });
  held.defer(() => Deno.remove(parent, { recursive: true }));
  const folder = `${parent}/${name}`;
  await generateExample(name, options.engine, folder);
  const secret = crypto.randomUUID() + crypto.randomUUID();
  const base = {
    PORT: "0",
    HOST: "127.0.0.1",
    LOG_LEVEL: "warn",
    AUTH_SECRET: secret,
    // Every client of the tests says which address it has: the limits by address are not what they are about.
    CLIENT_ADDRESS_HEADER: JsonClient.ADDRESS_HEADER,
    ...(options.engine === "postgres" ? await databaseFor(held) : {}),
    ...options.env,
  };
  const start = (env: Readonly<Record<string, string>> = {}) =>
    runSystem(folder, Deno.execPath(), { env: { ...base, ...env } });
  let running = await start();
  held.defer(() => running[Symbol.asyncDispose]());
  const own = held.move();
  return {
    get url() {
      return running.url;
    },
    engine: options.engine,
    folder,
    secret,
    client: () => new JsonClient(running.url),
    async restart(env) {
      const { killed } = await running.stop();
      if (killed) throw new Error(`Cannot restart "${name}": it did not stop`);
      running = await start(env);
    },
    async crash() {
      process.kill(-running.pid, "SIGKILL");
      await running.exited;
      running = await start();
    },
    [Symbol.asyncDispose]: () => own.disposeAsync(),
  };
}

/** Reads the blueprint of an example. */
export function readExample(name: string): Promise<string> {
  return Deno.readTextFile(
    new URL(`../../examples/${name}/blueprint.yaml`, import.meta.url),
  );
}

async function generateExample(
  name: string,
  engine: Engine,
  folder: string,
): Promise<void> {
  const text = onEngine(await readExample(name), engine);
  const { model, diagnostics } = await prepareBlueprint(text, "blueprint.yaml");
  if (model === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    throw new Error(
      `Cannot generate "${name}": ${
        errors.map(({ code, message }) => `${code} ${message}`).join("; ")
      }`,
    );
  }
  const { files } = await generateFiles(model, text);
  await writeSystem(folder, files);
}

function onEngine(text: string, engine: Engine): string {
  const [before, after, ...more] = text.split(/^store: .*$/m);
  if (after === undefined || more.length > 0) {
    throw new Error(
      `Cannot choose the engine: wanted one line "store: { engine: sqlite }"`,
    );
  }
  return `${before}store: { engine: ${engine} }${after}`;
}

async function databaseFor(
  held: AsyncDisposableStack,
): Promise<Record<string, string>> {
  const server = await startPostgresServer();
  if ("missing" in server) throw new Error(server.missing);
  held.use(server);
  const schema = held.use(await openTestSchema(server.url));
  return { DATABASE_URL: schema.url };
}
