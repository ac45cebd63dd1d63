/**
 * The messages between the API endpoint and the controller that signs users in.
 *
 * @module
 */
import type { Viewer } from "./access_rule.ts";
import type { Entity } from "./entity_spec.ts";
import type { JsonObject } from "./entity_request.ts";
import type { Outcome, Problem } from "./problem.ts";

/** What is wanted about a user. */
export type AuthRequest =
  /** Makes a user; whether whoever asks may is decided before. */
  | {
    readonly operation: "register";
    readonly body: JsonObject;
    readonly client: string;
    /** Who makes somebody else a user, where that is not whoever registers. */
    readonly creator?: Viewer;
  }
  | {
    readonly operation: "login";
    readonly body: JsonObject;
    readonly client: string;
  }
  | {
    readonly operation: "refresh";
    readonly token: string;
    readonly client: string;
  }
  | { readonly operation: "logout"; readonly token: string }
  /** Changes one's own password; all refresh tokens end. */
  | {
    readonly operation: "password";
    readonly viewer: Viewer;
    readonly body: JsonObject;
  }
  /** Sets one's own password, where the one before is not asked for; all refresh tokens end. */
  | {
    readonly operation: "setPassword";
    readonly viewer: Viewer;
    readonly password: string;
  }
  | { readonly operation: "me"; readonly viewer: Viewer }
  /** Finds who an access token belongs to, as the user is now. */
  | { readonly operation: "authenticate"; readonly token: string };

/** The tokens of somebody who has signed in. */
export interface Tokens {
  /** For the `Authorization` header of requests: `Bearer …`. */
  readonly accessToken: string;
  /** Always `Bearer`. */
  readonly tokenType: "Bearer";
  /** How long the access token is valid, in seconds. */
  readonly expiresIn: number;
  /** Good for one `POST /auth/refresh`. */
  readonly refreshToken: string;
}

/** Somebody who has just signed in. */
export interface SignedIn extends Tokens {
  /** The user. */
  readonly user: Entity;
}

/** What became of an {@link AuthRequest}. */
export type AuthReply =
  | Outcome<SignedIn | Tokens | Entity | Viewer | null>
  /** Tried too often: to be tried again after so many seconds. */
  | {
    readonly ok: false;
    readonly problem: Problem;
    readonly retryAfter: number;
  };
