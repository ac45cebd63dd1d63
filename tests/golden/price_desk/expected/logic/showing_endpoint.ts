/**
 * `POST /showings`: Put an article with its price into the shop window. It is made of the blueprint's `run`: change it there.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import { boolean, uuid } from "../kit/api_schema.ts";
import type { CustomEndpoint, EndpointCall } from "../kit/custom_endpoint.ts";
import type { ListedFetch } from "../kit/listed_fetch.ts";

/** What the body says; null where it says nothing. */
export interface ShowingBody {
  /** The article. */
  readonly article: string;
}

/** What is answered. */
export interface ShowingAnswer {
  /** The shown. */
  readonly shown: boolean;
}

/** What the function is given. */
export interface ShowingCall extends EndpointCall<Client> {
  /** What the body says; null where it says nothing. */
  readonly body: ShowingBody;
  /** Fetches from http://window.internal:8080; no other host is reached. */
  readonly fetch: ListedFetch;
}

/** Put an article with its price into the shop window. */
export async function showing(
  { body, fetch, api }: ShowingCall,
): Promise<ShowingAnswer> {
  const { title, price } = await api.articles.get(body.article);
  const response = await fetch("http://window.internal:8080/window", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title, price }),
  });
  return { shown: response.ok };
}

/** The endpoint, as the gateway mounts it. */
export const SHOWING_ENDPOINT: CustomEndpoint<Client> = {
  name: "showing",
  method: "POST",
  path: "/showings",
  body: { article: { is: uuid() } },
  answer: { shown: { is: boolean() } },
  status: 200,
  fetches: ["http://window.internal:8080"],
  run: showing,
};
