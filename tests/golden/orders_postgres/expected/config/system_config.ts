/**
 * The settings of the system, read from the environment.
 *
 * @module
 */
import type { LogLevel } from "@autocoder/harness";
import { LOG_LEVELS } from "../kit/json_log.ts";
import { postgresUrl } from "../kit/postgres_address.ts";
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
  /** Where the database is, and how to log in there. */
  readonly databaseUrl: string;
  /** How many connections to the database there may be. */
  readonly databaseConnections: number;
  /** How many workers serve the port. */
  readonly workers: number;
}

/**
 * Reads the settings.
 *
 * @throws {SettingsError} that names every variable with a wrong value.
 */
export function readSystemConfig(environment: Environment): SystemConfig {
  const settings = readSettings({
    HOST: text({ default: "0.0.0.0" }),
    PORT: integer({ default: 8086, min: 0, max: 65535 }),
    LOG_LEVEL: oneOf<LogLevel>(LOG_LEVELS, { default: "info" }),
    DATABASE_URL: postgresUrl({
      default: "postgres://postgres@127.0.0.1:5432/order_desk",
    }),
    DATABASE_CONNECTIONS: integer({ default: 10, min: 1, max: 1000 }),
    WORKERS: integer({ default: 1, min: 1, max: 64 }),
  }, environment);
  return {
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    databaseUrl: settings.DATABASE_URL,
    databaseConnections: settings.DATABASE_CONNECTIONS,
    workers: settings.WORKERS,
  };
}
