/**
 * The settings of users and their tokens.
 *
 * @module
 */
import type { JsonObject } from "./entity_request.ts";
import {
  complaintAboutPassword,
  MIN_PASSWORD_LENGTH,
  type PasswordCost,
} from "./password_hash.ts";
import type { RateLimitOptions } from "./rate_limit.ts";
import type { Setting } from "./settings.ts";

/** What the parts that sign users in need to know. */
export interface AuthConfig {
  /** What access tokens are signed with: at least 32 bytes that nobody can guess. */
  readonly secret: string;
  /** How long an access token is valid, in seconds. */
  readonly accessSeconds: number;
  /** How long a refresh token is valid, in seconds. */
  readonly refreshSeconds: number;
  /** The header by which a trusted proxy tells the client's address; empty to take the connection's. @default "" */
  readonly addressHeader?: string;
  /** A user to make at the start, unless there is one who signs in like this: fields, password, role. @default none */
  readonly firstUser?: JsonObject;
  /** What a password hash costs. @default PASSWORD_COST */
  readonly passwordCost?: PasswordCost;
  /** How often may be tried what can be guessed; what is left out is that of AUTH_LIMITS. @default AUTH_LIMITS */
  readonly limits?: Partial<AuthLimits>;
  /** How many characters a password must have at least. @default MIN_PASSWORD_LENGTH */
  readonly minPasswordLength?: number;
}

/** How often may be tried what can be guessed. */
export interface AuthLimits {
  /** Failed logins of one account. */
  readonly account: RateLimitOptions;
  /** Failed logins, and refreshes, from one address. */
  readonly address: RateLimitOptions;
  /** Registrations from one address. */
  readonly registration: RateLimitOptions;
}

/** What holds unless a system says otherwise. */
export const AUTH_LIMITS: AuthLimits = {
  account: { tries: 10, seconds: 15 * 60 },
  address: { tries: 100, seconds: 15 * 60 },
  registration: { tries: 20, seconds: 60 * 60 },
};

/** Reads a secret of at least 32 bytes; it is never shown. */
export function secretKey(): Setting<string> {
  return {
    secret: true,
    wanted:
      `a secret of at least ${MIN_SECRET_BYTES} random bytes, such as the output of: openssl rand -base64 48`,
    parse(text) {
      const long = new TextEncoder().encode(text).length >= MIN_SECRET_BYTES;
      return long && new Set(text).size >= MIN_DIFFERENT ? text : undefined;
    },
  };
}

/** Reads a JSON object that is never shown; empty when not set. */
export function secretObject(): Setting<JsonObject> {
  return {
    default: {},
    secret: true,
    wanted: "a JSON object",
    parse(text) {
      try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null &&
            !Array.isArray(value)
          ? { ...value }
          : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * Reads the user to make at the start: a JSON object that is never shown, with what users sign in with and a password
 * that users may have; empty when not set. The rest of it is checked when the user is made.
 */
export function firstUser(
  signIn: string,
  minPasswordLength: number = MIN_PASSWORD_LENGTH,
): Setting<JsonObject> {
  const object = secretObject();
  return {
    ...object,
    wanted:
      `a JSON object with "${signIn}" and a "password" of at least ${minPasswordLength} characters`,
    parse(text) {
      const user = object.parse(text);
      const { [signIn]: name, password } = user ?? {};
      const isSound = typeof name === "string" && name !== "" &&
        typeof password === "string" &&
        complaintAboutPassword(password, minPasswordLength) === undefined;
      return isSound ? user : undefined;
    },
  };
}

const MIN_SECRET_BYTES = 32;
/** "aaaa…" is long and no secret. */
const MIN_DIFFERENT = 8;
