/**
 * The settings of webhooks.
 *
 * @module
 */
import { type Setting, SettingsError } from "./settings.ts";
import { webhookKey } from "./webhook_signature.ts";

/** What the sender of webhooks needs to know. */
export interface WebhookConfig {
  /** Where each webhook goes, by its name; empty where nobody listens. */
  readonly targets: Readonly<Record<string, string>>;
  /** What messages are signed with: `whsec_` and base64. */
  readonly secret: string;
  /** How often an event is tried before it is given up. */
  readonly attempts: number;
  /** How long it waits for what. @default WEBHOOK_TIMING */
  readonly timing?: WebhookTiming;
}

/** How long the sender of webhooks waits, in milliseconds. */
export interface WebhookTiming {
  /** Between two looks for events. */
  readonly pollMs: number;
  /** For the answer of a receiver. */
  readonly timeoutMs: number;
  /** After the first failure; twice as long after each further one, and up to half of it less by chance. */
  readonly baseMs: number;
  /** At most, after a failure. */
  readonly mostMs: number;
}

/** What holds unless a system says otherwise. */
export const WEBHOOK_TIMING: WebhookTiming = {
  pollMs: 500,
  timeoutMs: 10_000,
  baseMs: 1000,
  mostMs: 3_600_000,
};

/**
 * Reads where a webhook goes: an https URL, or http of this machine, to which the program may connect. It is never
 * shown, as it may hold a token.
 */
export function webhookUrl(
  hosts: readonly string[],
): Setting<string> {
  return {
    default: "",
    secret: true,
    wanted: `an https URL of ${
      hosts.join(" or ")
    }; for another host, add it to --allow-net in deno.json`,
    parse(text) {
      const url = URL.parse(text);
      if (!url || url.username || url.password || url.hash) return undefined;
      const isLocal = LOCAL.includes(url.hostname);
      const isSafe = url.protocol === "https:" ||
        url.protocol === "http:" && isLocal;
      return isSafe && mayConnect(url) ? text : undefined;
    },
  };
}

/** Reads the secret that messages are signed with; it is never shown. */
export function webhookSecret(): Setting<string> {
  return {
    default: "",
    secret: true,
    wanted:
      "whsec_ and 24 to 64 random bytes in base64, such as the output of: echo whsec_$(openssl rand -base64 32)",
    parse: (text) => webhookKey(text) && text,
  };
}

/** Puts the settings together. Throws {@link SettingsError} if a webhook has a target and there is no secret. */
export function webhookConfig(config: WebhookConfig): WebhookConfig {
  const isUsed = Object.values(config.targets).some((url) => url !== "");
  if (isUsed && config.secret === "") {
    throw new SettingsError([
      `Cannot read setting "WEBHOOK_SECRET": found nothing, wanted ${webhookSecret().wanted}`,
    ]);
  }
  return config;
}

function mayConnect({ hostname, port, protocol }: URL): boolean {
  const host = `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
  return Deno.permissions.querySync({ name: "net", host }).state === "granted";
}

const LOCAL: readonly string[] = ["127.0.0.1", "localhost"];
