/**
 * A client of help desk: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AuthClient } from "./auth_client.ts";
import { UsersClient } from "./users_client.ts";
import { TicketsClient } from "./tickets_client.ts";
import { NoticesClient } from "./notices_client.ts";

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
export type * from "./users_client.ts";
export type * from "./tickets_client.ts";
export type * from "./notices_client.ts";

/** Tickets that customers open and agents close. */
export class Client {
  /** The operations about signing in. */
  readonly auth: AuthClient;
  /** The operations about users. */
  readonly users: UsersClient;
  /** The operations about tickets. */
  readonly tickets: TicketsClient;
  /** The operations about notices. */
  readonly notices: NoticesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.auth = new AuthClient(caller);
    this.users = new UsersClient(caller);
    this.tickets = new TicketsClient(caller);
    this.notices = new NoticesClient(caller);
  }
}
