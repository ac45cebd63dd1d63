/**
 * A client of ticket desk: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { EventsClient } from "./events_client.ts";
import { TicketsClient } from "./tickets_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  CursorPage,
  Selected,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./events_client.ts";
export type * from "./tickets_client.ts";

/** Tickets that are sold and used. */
export class Client {
  /** The operations about events. */
  readonly events: EventsClient;
  /** The operations about tickets. */
  readonly tickets: TicketsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.events = new EventsClient(caller);
    this.tickets = new TicketsClient(caller);
  }
}
