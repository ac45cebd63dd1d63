/**
 * The part of the client about endpoints.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";

/** What GET /conversions answers. */
export interface ConversionAnswer {
  /** The amount. At most 2 decimal places. */
  readonly amount: number;
}

/** What POST /showings takes. */
export interface ShowingBody {
  /** The article. */
  readonly article: string;
}

/** What POST /showings answers. */
export interface ShowingAnswer {
  /** The shown. */
  readonly shown: boolean;
}

/** What the query can say. */
export interface ConversionQuery {
  /** The amount. */
  readonly amount: number;
  /** The currency. */
  readonly currency: "USD" | "CHF";
}

/** Calls the operations about endpoints. */
export class EndpointsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** What an amount in euros is in another currency. */
  async conversion(
    query: ConversionQuery,
    options: CallOptions = {},
  ): Promise<ConversionAnswer> {
    return await this.#caller.send<ConversionAnswer>({
      method: "GET",
      path: "/conversions",
      query,
      options,
    });
  }

  /** Put an article with its price into the shop window. */
  async showing(
    body: ShowingBody,
    options: CallOptions = {},
  ): Promise<ShowingAnswer> {
    return await this.#caller.send<ShowingAnswer>({
      method: "POST",
      path: "/showings",
      body,
      options,
    });
  }
}
