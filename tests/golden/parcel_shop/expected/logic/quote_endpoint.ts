/**
 * `GET /quotes`: Quote. A language model wrote it after the blueprint's `behavior`: change it there.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import { decimal, integer, oneOf } from "../kit/api_schema.ts";
import type { CustomEndpoint, EndpointCall } from "../kit/custom_endpoint.ts";

/** What the query says; null where it says nothing. */
export interface QuoteQuery {
  /** The weight grams. */
  readonly weightGrams: number;
  /** The zone. */
  readonly zone: "domestic" | "europe" | "world";
}

/** What is answered. */
export interface QuoteAnswer {
  /** The cost. */
  readonly cost: number;
}

/** What the function is given. */
export interface QuoteCall extends EndpointCall<Client> {
  /** What the query says; null where it says nothing. */
  readonly query: QuoteQuery;
}

/**
 * Quote.
 *
 * What shipping costs for such a parcel by the base price alone, without exceptions.
 */
export function quote(
  { query }: QuoteCall,
): QuoteAnswer | Promise<QuoteAnswer> {
  const base = { domestic: 4.5, europe: 9, world: 19 }[query.zone];
  const beyond = Math.max(0, Math.ceil(query.weightGrams / 1000) - 1);
  return { cost: Math.round((base + beyond * 0.8) * 100) / 100 };
}

/** The endpoint, as the gateway mounts it. */
export const QUOTE_ENDPOINT: CustomEndpoint<Client> = {
  name: "quote",
  method: "GET",
  path: "/quotes",
  query: {
    weightGrams: { is: integer({ min: 1, max: 40000 }), as: "number" },
    zone: { is: oneOf(["domestic", "europe", "world"]) },
  },
  answer: { cost: { is: decimal(2) } },
  status: 200,
  run: quote,
};
