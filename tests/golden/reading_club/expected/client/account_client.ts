/**
 * The part of the client about signing in.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";

/** Somebody's own account, with what they are known by. */
export interface Account {
  /** The reader's email. Unique, whatever its case. */
  readonly email: string;
  /** The access token, for the Authorization header. */
  readonly token: string;
  /** The reader's name. Unique. */
  readonly name: string;
  /** The reader's about. */
  readonly about: string;
}

/** The body to register. */
export interface Registration {
  /** The reader's email. Unique, whatever its case. */
  readonly email: string;
  /** The reader's name. Unique. */
  readonly name: string;
  /** The reader's about. */
  readonly about?: string;
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
  /** The reader's email. Unique, whatever its case. */
  readonly email?: string;
  /** The reader's name. Unique. */
  readonly name?: string;
  /** The reader's about. */
  readonly about?: string;
  /** At least 8 characters, at most 128 bytes. */
  readonly password?: string;
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
  ): Promise<Account> {
    return await this.#caller.send<Account>({
      method: "POST",
      path: "/api/readers",
      body: { reader: body },
      under: "reader",
      options,
    });
  }

  /** Sign in. */
  async login(body: Login, options: CallOptions = {}): Promise<Account> {
    return await this.#caller.send<Account>({
      method: "POST",
      path: "/api/readers/login",
      body: { reader: body },
      under: "reader",
      anonymous: true,
      options,
    });
  }

  /** Read oneself. */
  async readSelf(options: CallOptions = {}): Promise<Account> {
    return await this.#caller.send<Account>({
      method: "GET",
      path: "/api/me",
      under: "reader",
      options,
    });
  }

  /** Change oneself. */
  async changeSelf(
    body: AccountChange,
    options: CallOptions = {},
  ): Promise<Account> {
    return await this.#caller.send<Account>({
      method: "PUT",
      path: "/api/me",
      body: { reader: body },
      under: "reader",
      options,
    });
  }
}
