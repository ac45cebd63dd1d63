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
    default: 8149,
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
    default: "data/price_desk.db",
    takes: [["another", "another"]],
  },
];

Deno.test("readSystemConfig() takes each setting within its limits, and puts it where it belongs", () => {
  expectSettings(readSystemConfig, TRIALS);
});
