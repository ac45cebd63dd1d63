/**
 * The files that make the output a Deno project: deno.json and deno.lock.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { TOOL_VERSION } from "../version.ts";
import { LOCKED_PACKAGES } from "../../templates/locked_packages.ts";

/** Renders deno.json: imports, tasks with exact permissions, what the tools leave alone. */
export function denoJson(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" } = {},
): string {
  const keepsData = system.engine !== "memory";
  const read = keepsData ? "--allow-read=data,migrations " : "";
  const write = keepsData ? "--allow-write=data " : "";
  const env = `--allow-env=${
    ["PORT", "HOST", "LOG_LEVEL", ...(keepsData ? ["DATABASE_PATH"] : [])].join(
      ",",
    )
  }`;
  const net = "--allow-net=0.0.0.0,127.0.0.1";
  const testRead = keepsData ? "--allow-read=migrations " : "";
  return json({
    imports: {
      ...(options.harness === "jsr" ? HARNESS_ON_JSR : VENDORED_HARNESS),
      ...Object.fromEntries(
        Object.entries(LOCKED_PACKAGES.direct).map((
          [alias, specifier],
        ) => [alias, `npm:${specifier}`]),
      ),
    },
    tasks: {
      start: `deno run ${net} ${env} ${read}${write}main.ts`,
      dev: `deno run --watch ${net} ${env} ${read}${write}main.ts`,
      test: `deno test ${net} ${testRead}`.trimEnd(),
      check: `deno fmt --check && deno lint && deno check main.ts tests${
        docLint(system, options)
      }`,
    },
    exclude: ["blueprint.yaml", ".autocoder/", "evidence/", "data/"],
    compilerOptions: {
      strict: true,
      noImplicitOverride: true,
      noUnusedLocals: true,
    },
  });
}

/** The part of the check that wants everything exported to be documented. */
function docLint(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" },
): string {
  // The linter takes a type of another package for one that is not public.
  if (options.harness === "jsr") return "";
  const schemas = system.entities.some(({ operations }) =>
    operations.some((operation) =>
      ["create", "replace", "patch"].includes(operation)
    )
  );
  const folders = [
    "config",
    "components",
    "models",
    ...(schemas ? ["schemas"] : []),
    "validations",
    "kit",
  ];
  return ` && deno doc --lint main.ts ${
    folders.map((folder) => `${folder}/*.ts`).join(" ")
  } harness/mod.ts`;
}

/** Renders deno.lock: the same text that Deno would write for these imports. */
export function denoLock(): string {
  const direct = Object.values(LOCKED_PACKAGES.direct).map((specifier) =>
    `npm:${specifier}`
  ).toSorted();
  return json({
    version: "5",
    specifiers: {
      ...LOCKED_PACKAGES.implied,
      ...Object.fromEntries(
        direct.map((specifier) => [specifier, versionOf(specifier)]),
      ),
    },
    npm: LOCKED_PACKAGES.npm,
    workspace: { dependencies: direct },
  });
}

function versionOf(specifier: string): string {
  return specifier.slice(specifier.lastIndexOf("@") + 1);
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2) + "\n";
}

const HARNESS_ON_JSR = {
  "@autocoder/harness": `jsr:@autocoder/harness@${TOOL_VERSION}`,
  "@autocoder/harness/testing":
    `jsr:@autocoder/harness@${TOOL_VERSION}/testing`,
};

const VENDORED_HARNESS = {
  "@autocoder/harness": "./harness/mod.ts",
  "@autocoder/harness/testing": "./harness/testing.ts",
};
