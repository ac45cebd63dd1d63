/**
 * The part of the client about signing in.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";
import type { Practice } from "./practices_client.ts";

/** Somebody's own account, with what they are known by. */
export interface Account {
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** The user's full name. */
  readonly full_name: string;
  /** What the user may do, by name. */
  readonly role: "helper" | "vet";
  /** The practice. */
  readonly practice: Practice;
  /** The access token, for the Authorization header. */
  readonly token: string;
}

/** A new account; without a token, where somebody else created it. */
export interface Registered {
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** The user's full name. */
  readonly full_name: string;
  /** What the user may do, by name. */
  readonly role: "helper" | "vet";
  /** The practice. */
  readonly practice: Practice;
  /** The access token, for the Authorization header. */
  readonly token?: string;
}

/** The body to register. */
export interface Registration {
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** The user's full name. */
  readonly full_name: string;
  /** The user that is the user's mentor. Never leads back to itself. */
  readonly mentor_id?: string | null;
  /** What whoever registers opens; left out by somebody who creates a user of their own. */
  readonly practice?: {
    readonly name: string;
    readonly open_since?: string | null;
  };
  /** At least 8 characters, at most 128 bytes. */
  readonly password: string;
}

/** The body to sign in. */
export interface Login {
  /** The email. */
  readonly email: string;
  /** The password. */
  readonly password: string;
}

/** The body to change oneself. */
export interface AccountChange {
  /** The user's email. Unique, whatever its case. */
  readonly email?: string;
  /** The user's full name. */
  readonly full_name?: string;
  /** The user that is the user's mentor. Never leads back to itself. */
  readonly mentor_id?: string | null;
}

/** Calls the operations about signing in. */
export class AccountClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Register. */
  async register(
    body: Registration,
    options: CallOptions = {},
  ): Promise<Registered> {
    return await this.#caller.send<Registered>({
      method: "POST",
      path: "/api/accounts",
      body: { user: body },
      under: "user",
      options,
    });
  }

  /** Sign in. */
  async login(body: Login, options: CallOptions = {}): Promise<Account> {
    return await this.#caller.send<Account>({
      method: "POST",
      path: "/api/accounts/login",
      body: { user: body },
      under: "user",
      anonymous: true,
      options,
    });
  }

  /** Read oneself. */
  async readSelf(options: CallOptions = {}): Promise<Account> {
    return await this.#caller.send<Account>({
      method: "GET",
      path: "/api/account",
      under: "user",
      options,
    });
  }

  /** Change oneself. */
  async changeSelf(
    body: AccountChange,
    options: CallOptions = {},
  ): Promise<Account> {
    return await this.#caller.send<Account>({
      method: "PATCH",
      path: "/api/account",
      body: { user: body },
      under: "user",
      options,
    });
  }
}
