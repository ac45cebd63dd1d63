/**
 * What the unit test of a system's settings tries.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { tsLiteral } from "../../templates/safe_text.ts";
import type { SettingsTestView } from "../../templates/settings_test_views.ts";
import { keepsFiles } from "./file_view.ts";
import { hasLive } from "./live_views.ts";
import { defaultDatabaseUrl } from "./main_view.ts";
import { mayHaveWorkers } from "./worker_views.ts";

/** A setting as the kit's `SettingTrial`. */
interface Trial {
  readonly name: string;
  readonly at: string;
  readonly default?: unknown;
  readonly takes: readonly (readonly [string, unknown])[];
  readonly refuses?: readonly string[];
}

/** Describes the test: every setting that needs nothing else to be there. */
export function settingsTestView(system: SystemModel): SettingsTestView {
  const trials: Trial[] = [
    text("HOST", "host", "0.0.0.0"),
    integer("PORT", "port", { default: system.port, min: 0, max: 65535 }),
    {
      name: "LOG_LEVEL",
      at: "logLevel",
      default: "info",
      takes: [["debug", "debug"], ["error", "error"]],
      refuses: ["loud"],
    },
    ...databaseTrials(system),
    ...(keepsFiles(system)
      ? [text("FILES_DIR", "filesDir", "data/files")]
      : []),
    ...authTrials(system),
    ...(hasLive(system)
      ? [integer("LIVE_STREAMS", "liveStreams", { default: 1000, min: 1 })]
      : []),
    ...(system.schedules
      ? [
        {
          name: "SCHEDULE",
          at: "schedule",
          default: true,
          takes: [["on", true], ["off", false]],
          refuses: ["sometimes"],
        } as const,
      ]
      : []),
    ...rateLimitTrials(system),
    ...(system.webhooks
      ? [
        integer("WEBHOOK_ATTEMPTS", "webhooks.attempts", {
          default: 16,
          min: 1,
          max: 100,
        }),
      ]
      : []),
  ];
  return {
    trials: trials.map((trial) => tsLiteral(trial)),
    secret: system.users !== undefined,
  };
}

function databaseTrials(system: SystemModel): Trial[] {
  switch (system.engine) {
    case "memory":
      return [];
    case "sqlite":
      return [
        text("DATABASE_PATH", "databasePath", `data/${system.name.snake}.db`),
      ];
    case "postgres":
      return [
        {
          ...text("DATABASE_URL", "databaseUrl", defaultDatabaseUrl(system)),
          takes: [["postgres://a@b.test/c", "postgres://a@b.test/c"]],
          refuses: ["b.test"],
        },
        integer("DATABASE_CONNECTIONS", "databaseConnections", {
          default: 10,
          min: 1,
          max: 1000,
        }),
        ...(mayHaveWorkers(system)
          ? [integer("WORKERS", "workers", { default: 1, min: 1, max: 64 })]
          : []),
      ];
  }
}

function authTrials({ users }: SystemModel): Trial[] {
  if (users === undefined) return [];
  const { accessSeconds, refreshSeconds, signIn } = users;
  const first = {
    [signIn]: "one@example.com",
    password: "x".repeat(users.passwordLength ?? DEFAULT_LENGTH),
  };
  const short = { ...first, password: first.password.slice(1) };
  return [
    {
      name: "AUTH_SECRET",
      at: "auth.secret",
      takes: [[ANOTHER_SECRET, ANOTHER_SECRET]],
      refuses: [ANOTHER_SECRET.slice(1)],
    },
    integer("ACCESS_TOKEN_SECONDS", "auth.accessSeconds", {
      default: accessSeconds,
      min: 1,
      max: 86400,
    }),
    integer("REFRESH_TOKEN_SECONDS", "auth.refreshSeconds", {
      default: refreshSeconds,
      min: 60,
    }),
    {
      name: "FIRST_USER",
      at: "auth.firstUser",
      default: {},
      takes: [[JSON.stringify(first), first]],
      refuses: ["One", JSON.stringify(short)],
    },
    text("CLIENT_ADDRESS_HEADER", "auth.addressHeader", ""),
  ];
}

function rateLimitTrials({ rateLimit, users }: SystemModel): Trial[] {
  if (rateLimit === undefined) return [];
  const { requests, seconds } = rateLimit;
  return [
    integer("RATE_LIMIT_REQUESTS", "rateLimit.requests", {
      default: requests,
      min: 0,
    }),
    integer("RATE_LIMIT_SECONDS", "rateLimit.seconds", {
      default: seconds,
      min: 1,
    }),
    ...(users ? [] : [
      text("CLIENT_ADDRESS_HEADER", "rateLimit.addressHeader", ""),
    ]),
  ];
}

function text(name: string, at: string, value: string): Trial {
  return { name, at, default: value, takes: [["another", "another"]] };
}

/** Its limits are taken, what lies beyond is not. */
function integer(
  name: string,
  at: string,
  { default: value, min, max }: {
    readonly default: number;
    readonly min: number;
    readonly max?: number;
  },
): Trial {
  const limits = max === undefined ? [min] : [min, max];
  const beyond = max === undefined ? [min - 1] : [min - 1, max + 1];
  return {
    name,
    at,
    default: value,
    takes: limits.map((limit) => [String(limit), limit] as const),
    refuses: beyond.map(String),
  };
}

/** As short as a secret may be. */
const ANOTHER_SECRET = "another secret of 32 characters.";

/** How long a password is where the blueprint does not say it, see `users.passwordLength` of the language. */
const DEFAULT_LENGTH = 8;
