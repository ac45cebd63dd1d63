/**
 * What the output's README and deployment files say.
 *
 * @module
 */
import { hasLogic } from "./logic_view.ts";
import type { SystemModel } from "../model/system_model.ts";
import { keepsFiles } from "./file_view.ts";
import {
  mdCode,
  mdCommand,
  mdText,
  name,
  type Safe,
  safe,
} from "../../templates/safe_text.ts";
import type { DeployView, ReadmeView } from "../../templates/views.ts";
import { authReadme } from "./access_docs.ts";
import { cacheStorage } from "./cache_views.ts";
import { hasClient } from "./client_view.ts";
import { pathOf } from "./contract_paths.ts";
import { createCommands } from "./docs_views.ts";
import { sentence } from "./entity_view.ts";
import type { ApiModel } from "../model/api_model.ts";
import { accountCommands } from "./shaped_docs_view.ts";
import { defaultDatabaseUrl } from "./main_view.ts";
import { databasePermissions } from "./project_files.ts";
import { rateLimitRows } from "./rate_limit_views.ts";
import { testSupport } from "./verbatim_units.ts";
import { liveRows } from "./live_views.ts";
import { scheduleRows } from "./schedule_views.ts";
import { webhookRows, webhookVariables } from "./webhook_views.ts";
import { mayHaveWorkers, processNotes, workerRows } from "./worker_views.ts";

type Md = Safe<"md">;

/** Describes the README. */
export function readmeView(system: SystemModel): ReadmeView {
  const auth = authReadme(system);
  const title = system.name.words.charAt(0).toUpperCase() +
    system.name.words.slice(1);
  return {
    title: mdText(title),
    description: mdText(sentence(system.description)),
    address: safe`<http://127.0.0.1:${system.port}>`,
    tryIt: tryIt(system),
    settings: settings(system),
    storage: [...storage(system), ...cacheStorage(system)],
    processes: processNotes(system),
    workers: mayHaveWorkers(system),
    client: hasClient(system),
    hasMigrations: system.engine !== "memory",
    postgres: system.engine === "postgres",
    webhooks: system.webhooks !== undefined,
    logic: system.endpoints !== undefined || system.entities.some(hasLogic),
    endpoints: system.endpoints !== undefined,
    ...(auth ? { auth } : {}),
  };
}

/** Describes the deployment files. */
export function deployView(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" } = {},
): DeployView {
  return {
    image: name(system.name.kebab),
    port: system.port,
    needsSecret: system.users !== undefined,
    ...(system.webhooks
      ? { optional: webhookVariables(system.webhooks).map((one) => name(one)) }
      : {}),
    keepsData: system.engine === "sqlite" ||
      system.engine === "memory" && keepsFiles(system),
    sharesFiles: system.engine === "postgres" && keepsFiles(system),
    ...(system.engine === "postgres"
      ? { postgres: deployPostgres(system, options) }
      : {}),
    callsItself: system.endpoints !== undefined,
    testSupport: testSupport(system, options).map(name),
  };
}

function tryIt(system: SystemModel): Md[] {
  if (system.api) return tryShaped(system, system.api);
  if (system.users) return [...authReadme(system)?.signIn ?? []];
  const [entity] = system.entities;
  if (!entity) return [];
  const list = mdCommand(
    safe`curl http://127.0.0.1:${system.port}${pathOf(entity)}`,
  );
  const create = entity.operations.includes("create")
    ? createCommands(entity, system)
    : [];
  return [...create, ...(entity.operations.includes("list") ? [list] : [])];
}

function tryShaped(system: SystemModel, api: ApiModel): Md[] {
  if (system.users) {
    return api.account
      ? accountCommands(system, api)
      : [...authReadme(system)?.signIn ?? []];
  }
  const listed = api.resources.find(({ operations, parent }) =>
    !parent && operations.some(({ operation }) => operation === "list")
  );
  return listed
    ? [
      mdCommand(
        safe`curl http://127.0.0.1:${system.port}${name(listed.path)}`,
      ),
    ]
    : [];
}

function settings(system: SystemModel): ReadmeView["settings"] {
  const rows = [
    [
      "PORT",
      String(system.port),
      "the port to listen on; 0 takes any that is free",
    ],
    [
      "HOST",
      "0.0.0.0",
      "the address to listen on; others than 0.0.0.0 and 127.0.0.1 need --allow-net in deno.json",
    ],
    ["LOG_LEVEL", "info", "debug, info, warn or error"],
    ...databaseSettings(system),
    ...(keepsFiles(system)
      ? [[
        "FILES_DIR",
        "data/files",
        system.engine === "postgres"
          ? "the folder of the files, which all processes must share; another needs --allow-read and --allow-write in deno.json"
          : "the folder of the files; another needs --allow-read and --allow-write in deno.json",
      ]]
      : []),
    ...(system.users
      ? [
        [
          "AUTH_SECRET",
          "none: it must be set",
          "what access tokens are signed with: at least 32 random bytes, such as the output of openssl rand -base64 48; another one ends all access tokens",
        ],
        [
          "ACCESS_TOKEN_SECONDS",
          String(system.users.accessSeconds),
          "how long an access token is valid",
        ],
        [
          "REFRESH_TOKEN_SECONDS",
          String(system.users.refreshSeconds),
          "how long a refresh token is valid",
        ],
        [
          "FIRST_USER",
          "none",
          "a user to make at the start unless somebody signs in like that already, as JSON",
        ],
        [
          "CLIENT_ADDRESS_HEADER",
          "none",
          "the header in which your proxy tells the client's address, such as x-real-ip; without it all clients behind a proxy count as one",
        ],
      ]
      : []),
    ...liveRows(system),
    ...scheduleRows(system),
    ...rateLimitRows(system),
    ...webhookRows(system.webhooks),
    ...workerRows(system),
  ];
  return rows.map(([variable = "", fallback = "", meaning = ""]) => ({
    name: name(variable),
    fallback: mdCode(fallback),
    meaning: mdText(meaning),
  }));
}

function storage(system: SystemModel): Md[] {
  if (system.engine === "memory") {
    return [
      safe`Everything is kept in memory: it is gone when the process ends, and every process has its own.`,
    ];
  }
  if (system.engine === "postgres") return postgresStorage(system);
  const wal: Md = safe`${
    keepsFiles(system)
      ? safe<"md">`All but the files that entities have`
      : safe<"md">`Everything`
  } is kept in one SQLite file under ${mdCode("data/")}, in WAL mode.`;
  const full: Md =
    safe`Writes are synced to disk before they are acknowledged (${
      mdCode("synchronous=FULL")
    }): what was acknowledged survives a crash of the process and a loss of power, as far as the disk keeps its word.`;
  const normal: Md = safe`Writes are not synced one by one (${
    mdCode("synchronous=NORMAL")
  }): what was acknowledged survives a crash of the process, but a loss of power can take back the last of it.`;
  return [
    wal,
    system.durability === "full" ? full : normal,
    safe`To back it up while it runs: ${
      mdCode(`sqlite3 data/${system.name.snake}.db ".backup copy.db"`)
    }.`,
  ];
}

function databaseSettings(system: SystemModel): string[][] {
  switch (system.engine) {
    case "memory":
      return [];
    case "sqlite":
      return [[
        "DATABASE_PATH",
        `data/${system.name.snake}.db`,
        "the file of the database",
      ]];
    case "postgres":
      return [
        [
          "DATABASE_URL",
          defaultDatabaseUrl(system),
          "where the database is, and how to log in there; a host other than 127.0.0.1 needs --allow-net in deno.json, and ?sslmode=verify-full encrypts",
        ],
        [
          "DATABASE_CONNECTIONS",
          "10",
          "how many connections to the database there may be; one more watches whether it is there",
        ],
      ];
  }
}

function postgresStorage(system: SystemModel): Md[] {
  const full: Md =
    safe`A write is acknowledged when the server has committed it: what was acknowledged survives a crash of this process, and a crash of the server as far as its own settings go (${
      mdCode("synchronous_commit")
    } and ${mdCode("fsync")} are on unless somebody turned them off).`;
  const normal: Md =
    safe`A write is acknowledged before the server has synced it (${
      mdCode("synchronous_commit=off")
    }): what was acknowledged survives a crash of this process, but a crash of the server can take back the last of it.`;
  return [
    safe`${
      keepsFiles(system)
        ? safe<"md">`All but the files that entities have`
        : safe<"md">`Everything`
    } is kept in the PostgreSQL database that ${
      mdCode("DATABASE_URL")
    } names. The server has to be there at the start. When it is lost later, ${
      mdCode("/health/ready")
    } says no and requests are answered 503, until it is back.`,
    safe`Migrations are applied at start; of several instances that start at once, one applies them and the others wait. ${
      mdCode("deno task migrate")
    } applies them without starting anything.`,
    system.durability === "full" ? full : normal,
    safe`To back it up while it runs: ${
      mdCode('pg_dump "$DATABASE_URL" > copy.sql')
    }.`,
  ];
}

/** In a network of containers the database is the host "database". */
function deployPostgres(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" },
): NonNullable<DeployView["postgres"]> {
  return {
    database: name(system.name.snake),
    flags: databasePermissions(system, options),
  };
}
