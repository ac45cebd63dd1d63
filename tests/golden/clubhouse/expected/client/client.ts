/**
 * A client of clubhouse: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AuthClient } from "./auth_client.ts";
import { MembersClient } from "./members_client.ts";
import { EventsClient } from "./events_client.ts";

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
export type * from "./auth_client.ts";
export type * from "./members_client.ts";
export type * from "./events_client.ts";

/** The clubhouse system. */
export class Client {
  /** The operations about signing in. */
  readonly auth: AuthClient;
  /** The operations about members. */
  readonly members: MembersClient;
  /** The operations about events. */
  readonly events: EventsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.auth = new AuthClient(caller);
    this.members = new MembersClient(caller);
    this.events = new EventsClient(caller);
  }
}
