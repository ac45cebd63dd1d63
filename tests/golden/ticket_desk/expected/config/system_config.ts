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
import {
  type WebhookConfig,
  webhookConfig,
  webhookSecret,
  webhookUrl,
} from "../kit/webhook_settings.ts";

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
  /** Where webhooks go, and how they are signed. */
  readonly webhooks: WebhookConfig;
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
    DATABASE_PATH: text({ default: "data/ticket_desk.db" }),
    TICKET_SOLD_URL: webhookUrl(["hooks.example.com"]),
    DOOR_URL: webhookUrl(["door.example.com:8443", "hooks.example.com"]),
    TICKET_CHANGED_URL: webhookUrl(["hooks.example.com"]),
    TICKET_GONE_URL: webhookUrl(["hooks.example.com"]),
    WEBHOOK_SECRET: webhookSecret(),
    WEBHOOK_ATTEMPTS: integer({ default: 16, min: 1, max: 100 }),
  }, environment);
  return {
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    databasePath: settings.DATABASE_PATH,
    webhooks: webhookConfig({
      secret: settings.WEBHOOK_SECRET,
      attempts: settings.WEBHOOK_ATTEMPTS,
      targets: {
        ticket_sold: settings.TICKET_SOLD_URL,
        guest_came_in: settings.DOOR_URL,
        ticket_changed: settings.TICKET_CHANGED_URL,
        ticket_gone: settings.TICKET_GONE_URL,
      },
    }),
  };
}
