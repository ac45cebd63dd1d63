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
    default: 8086,
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
    name: "DATABASE_URL",
    at: "databaseUrl",
    default: "postgres://postgres@127.0.0.1:5432/order_desk",
    takes: [["postgres://a@b.test/c", "postgres://a@b.test/c"]],
    refuses: ["b.test"],
  },
  {
    name: "DATABASE_CONNECTIONS",
    at: "databaseConnections",
    default: 10,
    takes: [["1", 1], ["1000", 1000]],
    refuses: ["0", "1001"],
  },
  {
    name: "WORKERS",
    at: "workers",
    default: 1,
    takes: [["1", 1], ["64", 64]],
    refuses: ["0", "65"],
  },
];

Deno.test("readSystemConfig() takes each setting within its limits, and puts it where it belongs", () => {
  expectSettings(readSystemConfig, TRIALS);
});
