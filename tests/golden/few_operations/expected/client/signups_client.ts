/**
 * The part of the client about signups.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";

/** A signup of the system. */
export interface Signup {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The signup's email. */
  readonly email: string;
}

/** The body to create a signup. */
export interface SignupCreate {
  /** The signup's email. */
  readonly email: string;
}

/** Calls the operations about signups. */
export class SignupsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Create a signup. */
  async create(body: SignupCreate, options: CallOptions = {}): Promise<Signup> {
    return await this.#caller.send<Signup>({
      method: "POST",
      path: "/signups",
      body,
      options,
    });
  }
}
