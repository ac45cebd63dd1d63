/**
 * The part of the client about traits.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";

/** Calls the operations about traits. */
export class TraitsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List traits, each once. */
  async list(options: CallOptions = {}): Promise<readonly string[]> {
    return await this.#caller.send<readonly string[]>({
      method: "GET",
      path: "/api/traits",
      under: "traits",
      options,
    });
  }
}
