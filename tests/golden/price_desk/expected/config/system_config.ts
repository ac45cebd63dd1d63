/**
 * The settings of the system, read from the environment.
 *
 * @module
 */
import type { LogLevel } from "@autocoder/harness";
import { LOG_LEVELS } from "../kit/json_log.ts";
import {
  type Environment,
  integer,
  oneOf,
  readSettings,
  text,
} from "../kit/settings.ts";

/** What can be set. */
export interface SystemConfig {
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** The least level to log. */
  readonly logLevel: LogLevel;
  /** The file of the database. */
  readonly databasePath: string;
}

/**
 * Reads the settings.
 *
 * @throws {SettingsError} that names every variable with a wrong value.
 */
export function readSystemConfig(environment: Environment): SystemConfig {
  const settings = readSettings({
    HOST: text({ default: "0.0.0.0" }),
    PORT: integer({ default: 8149, min: 0, max: 65535 }),
    LOG_LEVEL: oneOf<LogLevel>(LOG_LEVELS, { default: "info" }),
    DATABASE_PATH: text({ default: "data/price_desk.db" }),
  }, environment);
  return {
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    databasePath: settings.DATABASE_PATH,
  };
}
