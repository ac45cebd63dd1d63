/**
 * The settings: their defaults, their limits and where each goes.
 *
 * @module
 */
import { readSystemConfig } from "../../config/system_config.ts";
import {
  expectSettings,
  type SettingTrial,
} from "../../kit/expect_settings.ts";

const TRIALS: readonly SettingTrial[] = [
  {
    name: "HOST",
    at: "host",
    default: "0.0.0.0",
    takes: [["another", "another"]],
  },
  {
    name: "PORT",
    at: "port",
    default: 8080,
    takes: [["0", 0], ["65535", 65535]],
    refuses: ["-1", "65536"],
  },
  {
    name: "LOG_LEVEL",
    at: "logLevel",
    default: "info",
    takes: [["debug", "debug"], ["error", "error"]],
    refuses: ["loud"],
  },
  {
    name: "DATABASE_PATH",
    at: "databasePath",
    default: "data/vet_rounds.db",
    takes: [["another", "another"]],
  },
  {
    name: "FILES_DIR",
    at: "filesDir",
    default: "data/files",
    takes: [["another", "another"]],
  },
  {
    name: "AUTH_SECRET",
    at: "auth.secret",
    takes: [[
      "another secret of 32 characters.",
      "another secret of 32 characters.",
    ]],
    refuses: ["nother secret of 32 characters."],
  },
  {
    name: "ACCESS_TOKEN_SECONDS",
    at: "auth.accessSeconds",
    default: 900,
    takes: [["1", 1], ["86400", 86400]],
    refuses: ["0", "86401"],
  },
  {
    name: "REFRESH_TOKEN_SECONDS",
    at: "auth.refreshSeconds",
    default: 2592000,
    takes: [["60", 60]],
    refuses: ["59"],
  },
  {
    name: "FIRST_USER",
    at: "auth.firstUser",
    default: {},
    takes: [['{"email":"one@example.com","password":"xxxxxxxx"}', {
      email: "one@example.com",
      password: "xxxxxxxx",
    }]],
    refuses: ["One", '{"email":"one@example.com","password":"xxxxxxx"}'],
  },
  {
    name: "CLIENT_ADDRESS_HEADER",
    at: "auth.addressHeader",
    default: "",
    takes: [["another", "another"]],
  },
];

Deno.test("readSystemConfig() takes each setting within its limits, and puts it where it belongs", () => {
  const secret = crypto.randomUUID();
  expectSettings(readSystemConfig, TRIALS, { AUTH_SECRET: secret });
});
