/**
 * `GET /greeting`: Say hello.
 *
 * @module
 */
import type { Client } from "../client/client.ts";
import { text } from "../kit/api_schema.ts";
import type { CustomEndpoint, EndpointCall } from "../kit/custom_endpoint.ts";
import type { LogicViewer } from "../kit/entity_logic.ts";
import { greeting } from "./greeting.ts";

/** What the query says; null where it says nothing. */
export interface GreetingQuery {
  /** The name. */
  readonly name: string;
}

/** What is answered. */
export interface GreetingAnswer {
  /** The text. */
  readonly text: string;
}

/** What the function is given. */
export interface GreetingCall extends EndpointCall<Client> {
  /** What the query says; null where it says nothing. */
  readonly query: GreetingQuery;
  /** Who asks, if signed in. */
  readonly viewer?: LogicViewer;
}

/** The endpoint, as the gateway mounts it. */
export const GREETING_ENDPOINT: CustomEndpoint<Client> = {
  name: "greeting",
  method: "GET",
  path: "/greeting",
  access: ["everyone"],
  query: { name: { is: text({ max: 40 }), otherwise: "world" } },
  answer: { text: { is: text({ max: 200 }) } },
  status: 200,
  run: greeting,
};
