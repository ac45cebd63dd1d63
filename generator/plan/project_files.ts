/**
 * The files that make the output a Deno project: deno.json and deno.lock.
 *
 * @module
 */
import { hasLogic } from "./logic_view.ts";
import type { SystemModel } from "../model/system_model.ts";
import { fetchHosts } from "./fetch_views.ts";
import { keepsFiles } from "./file_view.ts";
import { TOOL_VERSION } from "../version.ts";
import { joined, name, type Safe, safe } from "../../templates/safe_text.ts";
import { liveVariables } from "./live_views.ts";
import { scheduleVariables } from "./schedule_views.ts";
import { rateLimitVariables } from "./rate_limit_views.ts";
import { webhookHosts, webhookVariables } from "./webhook_views.ts";
import {
  mayHaveWorkers,
  workerSources,
  workerVariables,
} from "./worker_views.ts";
import {
  LOCKED_PACKAGES,
  LOCKED_WITH_USERS,
} from "../../templates/locked_packages.ts";

/** Renders deno.json: imports, tasks with exact permissions, what the tools leave alone. */
export function denoJson(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" } = {},
): string {
  const sources = workerSources(system, options);
  const run = programFlags(system, sources, fetchHosts(system)).join(" ");
  const alone = programFlags(system, [], []).join(" ");
  return json({
    imports: {
      ...(options.harness === "jsr" ? HARNESS_ON_JSR : VENDORED_HARNESS),
      ...Object.fromEntries(
        directPackages(system).map((
          [alias, specifier],
        ) => [alias, `npm:${specifier}`]),
      ),
      ...(system.api && system.api.origins.length > 0
        ? { "hono/cors": `npm:${LOCKED_PACKAGES.direct.hono}/cors` }
        : {}),
    },
    tasks: {
      start: `deno run ${run} main.ts`,
      dev: `deno run --watch ${run} main.ts`,
      ...(system.engine === "postgres"
        ? { migrate: `deno run ${alone} migrate.ts` }
        : {}),
      test: testCommand(system, workerSources(system, options)),
      check: `deno fmt --check && deno lint && deno check main.ts${
        system.engine === "postgres" ? " migrate.ts" : ""
      }${mayHaveWorkers(system) ? " worker.ts" : ""} tests${
        docLint(system, options)
      }`,
    },
    exclude: ["blueprint.yaml", ".autocoder/", "evidence/", "data/"],
    // Workers share a port by an option that Deno does not call stable yet.
    ...(mayHaveWorkers(system) ? { unstable: ["net"] } : {}),
    compilerOptions: {
      strict: true,
      noImplicitOverride: true,
      noUnusedLocals: true,
    },
  });
}

function programFlags(
  system: SystemModel,
  sources: readonly string[],
  hosts: readonly string[],
): string[] {
  const { engine, users, webhooks } = system;
  const files = keepsFiles(system);
  const settings = [
    "PORT",
    "HOST",
    "LOG_LEVEL",
    ...SETTINGS[engine],
    ...workerVariables(system),
    ...(users ? AUTH_SETTINGS : []),
    ...liveVariables(system),
    ...scheduleVariables(system),
    ...rateLimitVariables(system),
    ...webhookVariables(webhooks),
    ...(files ? ["FILES_DIR"] : []),
  ];
  return [
    [LOCAL_NET, ...joinedHosts(webhookHosts(webhooks), hosts)].join(","),
    `--allow-env=${settings.join(",")}`,
    ...(files ? WITH_FILES[engine] : FILES[engine]).map((flag) =>
      flag.startsWith("--allow-read=") ? [flag, ...sources].join(",") : flag
    ),
  ];
}

/** The permissions of a program in a container whose database is the host "database" of its network. */
export function databasePermissions(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" },
): Safe<"yaml">[] {
  const { users, webhooks } = system;
  const files = keepsFiles(system);
  const hosts = joinedHosts(webhookHosts(webhooks), fetchHosts(system)).map(
    (host) => joined(host.split(":").map(name), safe<"yaml">`:`),
  );
  const sources = joined(
    workerSources(system, options).map((path) => safe<"yaml">`,${name(path)}`),
    safe``,
  );
  const variables = [
    ...liveVariables(system),
    ...scheduleVariables(system),
    ...rateLimitVariables(system),
    ...webhookVariables(webhooks),
  ].map((variable) => safe<"yaml">`,${name(variable)}`);
  return [
    safe`--allow-net=0.0.0.0,127.0.0.1,database:5432${
      joined(hosts.map((host) => safe<"yaml">`,${host}`), safe``)
    }`,
    safe`--allow-env=PORT,HOST,LOG_LEVEL,DATABASE_URL,DATABASE_CONNECTIONS,PGAPPNAME,PGTARGETSESSIONATTRS${
      joined(
        workerVariables(system).map((one) => safe<"yaml">`,${one}`),
        safe``,
      )
    }${users ? AUTH_FLAGS : safe``}${joined(variables, safe``)}${
      files ? safe`,FILES_DIR` : safe``
    }`,
    ...(files
      ? [
        safe<"yaml">`--allow-read=migrations,data/files${sources}`,
        safe<"yaml">`--allow-write=data/files`,
      ]
      : [safe<"yaml">`--allow-read=migrations${sources}`]),
  ];
}

/** A host whose every port may be reached needs no port of its own. */
function joinedHosts(
  told: readonly string[],
  fetched: readonly string[],
): readonly string[] {
  const isTold = (host: string) =>
    told.includes(host) || told.includes(host.replace(/:\d+$/, ""));
  return [...told, ...fetched.filter((host) => !isTold(host))];
}

function testCommand(
  system: SystemModel,
  sources: readonly string[],
): string {
  const files = keepsFiles(system);
  const write = files ? ` --allow-write=${TEST_FILES}` : "";
  const read = [
    ...(system.engine === "memory" ? [] : ["migrations"]),
    ...(files ? [TEST_FILES] : []),
    ...sources,
  ].join(",");
  const test = `deno test --parallel ${LOCAL_NET}`;
  switch (system.engine) {
    case "memory":
      return read === "" ? test : `${test} --allow-read=${read}${write}`;
    case "sqlite":
      return `${test} --allow-read=${read}${write}`;
    case "postgres":
      return "deno run --allow-run --allow-env --allow-net=127.0.0.1 --allow-read=tests kit/with_postgres.ts " +
        `${test} --allow-env=TEST_DATABASE_URL,${DRIVER_SETTINGS} --allow-read=${read}${write}`;
  }
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
    ...(system.users ? ["access"] : []),
    ...(system.webhooks ? ["webhooks"] : []),
    "client",
    "config",
    "components",
    ...(system.endpoints || system.entities.some(hasLogic) ? ["logic"] : []),
    "models",
    ...(system.api ? ["resources"] : []),
    ...(schemas ? ["schemas"] : []),
    "validations",
    "kit",
  ];
  const main = system.engine === "postgres" ? "main.ts migrate.ts" : "main.ts";
  const worker = mayHaveWorkers(system) ? " worker.ts" : "";
  return ` && deno doc --lint ${main}${worker} ${
    folders.map((folder) => `${folder}/*.ts`).join(" ")
  } harness/mod.ts`;
}

/** Renders deno.lock: the same text that Deno would write for these imports. */
export function denoLock(
  system: Pick<SystemModel, "engine" | "users">,
): string {
  const direct = directPackages(system).map(([, specifier]) =>
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
    npm: Object.fromEntries(
      Object.entries({
        ...LOCKED_PACKAGES.npm,
        ...(system.users ? LOCKED_WITH_USERS.npm : {}),
      }).filter(([specifier]) =>
        system.engine === "postgres" || specifier !== LOCKED_PACKAGES.postgres
      ).toSorted(([a], [b]) => a < b ? -1 : 1),
    ),
    workspace: { dependencies: direct },
  });
}

/** The packages that a system imports; those of databases and users only where they are used. */
function directPackages(
  { engine, users }: Pick<SystemModel, "engine" | "users">,
): [string, string][] {
  const always = Object.entries(LOCKED_PACKAGES.direct);
  const all: [string, string][] = engine === "postgres"
    ? [...always, ["postgres", LOCKED_PACKAGES.postgres]]
    : always;
  return users ? [...all, ...Object.entries(LOCKED_WITH_USERS.direct)] : all;
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
/** Two names that the driver looks for in any case. */
const DRIVER_SETTINGS = "PGAPPNAME,PGTARGETSESSIONATTRS";

const SETTINGS = {
  memory: [],
  sqlite: ["DATABASE_PATH"],
  postgres: ["DATABASE_URL", "DATABASE_CONNECTIONS", DRIVER_SETTINGS],
} as const;

const FILES = {
  memory: [],
  sqlite: [
    "--allow-read=data,migrations,kit/sqlite_reader_worker.ts",
    "--allow-write=data",
  ],
  postgres: ["--allow-read=migrations"],
} as const;

/** Where tests keep files. */
const TEST_FILES = "data/test_files";

/** Of a system that keeps files, too. */
const WITH_FILES = {
  memory: ["--allow-read=data/files", "--allow-write=data/files"],
  sqlite: FILES.sqlite,
  postgres: ["--allow-read=migrations,data/files", "--allow-write=data/files"],
} as const;

const LOCAL_NET = "--allow-net=0.0.0.0,127.0.0.1";
const AUTH_FLAGS: Safe<"yaml"> =
  safe`,AUTH_SECRET,ACCESS_TOKEN_SECONDS,REFRESH_TOKEN_SECONDS,FIRST_USER,CLIENT_ADDRESS_HEADER`;

/** What a system with users reads beside the settings of all. */
const AUTH_SETTINGS: readonly string[] = [
  "AUTH_SECRET",
  "ACCESS_TOKEN_SECONDS",
  "REFRESH_TOKEN_SECONDS",
  "FIRST_USER",
  "CLIENT_ADDRESS_HEADER",
];
