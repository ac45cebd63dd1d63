/**
 * A client of issue tracker: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { MembersClient } from "./members_client.ts";
import { TicketsClient } from "./tickets_client.ts";
import { PagesClient } from "./pages_client.ts";

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
export type * from "./members_client.ts";
export type * from "./tickets_client.ts";
export type * from "./pages_client.ts";

/** The issue tracker system. */
export class Client {
  /** The operations about members. */
  readonly members: MembersClient;
  /** The operations about tickets. */
  readonly tickets: TicketsClient;
  /** The operations about pages. */
  readonly pages: PagesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.members = new MembersClient(caller);
    this.tickets = new TicketsClient(caller);
    this.pages = new PagesClient(caller);
  }
}
