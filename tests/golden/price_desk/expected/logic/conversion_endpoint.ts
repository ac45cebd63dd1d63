/**
 * `GET /conversions`: What an amount in euros is in another currency. It is made of the blueprint's `run`: change it there.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import { decimal, oneOf } from "../kit/api_schema.ts";
import type { CustomEndpoint, EndpointCall } from "../kit/custom_endpoint.ts";
import type { ListedFetch } from "../kit/listed_fetch.ts";

/** What the query says; null where it says nothing. */
export interface ConversionQuery {
  /** The amount. */
  readonly amount: number;
  /** The currency. */
  readonly currency: "USD" | "CHF";
}

/** What is answered. */
export interface ConversionAnswer {
  /** The amount. */
  readonly amount: number;
}

/** What the function is given. */
export interface ConversionCall extends EndpointCall<Client> {
  /** What the query says; null where it says nothing. */
  readonly query: ConversionQuery;
  /** Fetches from https://rates.example.com; no other host is reached. */
  readonly fetch: ListedFetch;
}

/** What an amount in euros is in another currency. */
export async function conversion(
  { query, fetch, refuse }: ConversionCall,
): Promise<ConversionAnswer> {
  const response = await fetch(
    `https://rates.example.com/v1/EUR/${query.currency}`,
  );
  if (!response.ok) return refuse(502, "There is no rate at the moment.");
  const { rate } = await response.json();
  if (typeof rate !== "number") {
    return refuse(502, "There is no rate at the moment.");
  }
  return { amount: Math.round(query.amount * rate * 100) / 100 };
}

/** The endpoint, as the gateway mounts it. */
export const CONVERSION_ENDPOINT: CustomEndpoint<Client> = {
  name: "conversion",
  method: "GET",
  path: "/conversions",
  query: {
    amount: { is: decimal(2, { min: 0 }), as: "number" },
    currency: { is: oneOf(["USD", "CHF"]) },
  },
  answer: { amount: { is: decimal(2) } },
  status: 200,
  fetches: ["https://rates.example.com"],
  run: conversion,
};
