/**
 * The part of the client about signing in.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";

/** Somebody's own account, with what they are known by. */
export interface Account {
  /** Set by the server. */
  readonly id: string;
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** The user's full name. */
  readonly full_name: string;
  /** The access token, for the Authorization header. */
  readonly token: string;
}

/** The body to register. */
export interface Registration {
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** The user's full name. */
  readonly full_name: string;
  /** The user's door pin. */
  readonly door_pin: string;
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
  /** The user's door pin. */
  readonly door_pin?: string;
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
      path: "/v2/users",
      body: { user: body },
      under: "user",
      options,
    });
  }

  /** Sign in. */
  async login(body: Login, options: CallOptions = {}): Promise<Account> {
    return await this.#caller.send<Account>({
      method: "POST",
      path: "/v2/users/login",
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
      path: "/v2/user",
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
      path: "/v2/user",
      body: { user: body },
      under: "user",
      options,
    });
  }
}
