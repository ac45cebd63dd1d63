/**
 * The settings of the system, read from the environment.
 *
 * @module
 */
import type { LogLevel } from "@autocoder/harness";
import { type AuthConfig, firstUser, secretKey } from "../kit/auth_settings.ts";
import { LOG_LEVELS } from "../kit/json_log.ts";
import {
  type Environment,
  headerName,
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
  /** The folder of the files. */
  readonly filesDir: string;
  /** The settings of users and their tokens. */
  readonly auth: AuthConfig;
}

/**
 * Reads the settings.
 *
 * @throws {SettingsError} that names every variable with a wrong value.
 */
export function readSystemConfig(environment: Environment): SystemConfig {
  const settings = readSettings({
    HOST: text({ default: "0.0.0.0" }),
    PORT: integer({ default: 8080, min: 0, max: 65535 }),
    LOG_LEVEL: oneOf<LogLevel>(LOG_LEVELS, { default: "info" }),
    DATABASE_PATH: text({ default: "data/vet_rounds.db" }),
    FILES_DIR: text({ default: "data/files" }),
    AUTH_SECRET: secretKey(),
    ACCESS_TOKEN_SECONDS: integer({ default: 900, min: 1, max: 86400 }),
    REFRESH_TOKEN_SECONDS: integer({ default: 2592000, min: 60 }),
    FIRST_USER: firstUser("email"),
    CLIENT_ADDRESS_HEADER: headerName({ default: "" }),
  }, environment);
  return {
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    databasePath: settings.DATABASE_PATH,
    filesDir: settings.FILES_DIR,
    auth: {
      secret: settings.AUTH_SECRET,
      accessSeconds: settings.ACCESS_TOKEN_SECONDS,
      refreshSeconds: settings.REFRESH_TOKEN_SECONDS,
      firstUser: settings.FIRST_USER,
      addressHeader: settings.CLIENT_ADDRESS_HEADER,
    },
  };
}
