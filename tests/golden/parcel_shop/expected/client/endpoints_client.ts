/**
 * The part of the client about endpoints.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";

/** What GET /quotes answers. */
export interface QuoteAnswer {
  /** The cost. At most 2 decimal places. */
  readonly cost: number;
}

/** What the query can say. */
export interface QuoteQuery {
  /** The weight grams. */
  readonly weightGrams: number;
  /** The zone. */
  readonly zone: "domestic" | "europe" | "world";
}

/** Calls the operations about endpoints. */
export class EndpointsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Quote. */
  async quote(
    query: QuoteQuery,
    options: CallOptions = {},
  ): Promise<QuoteAnswer> {
    return await this.#caller.send<QuoteAnswer>({
      method: "GET",
      path: "/quotes",
      query,
      options,
    });
  }
}
