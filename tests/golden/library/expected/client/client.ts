/**
 * A client of library: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { BooksClient } from "./books_client.ts";
import { MembersClient } from "./members_client.ts";
import { LoansClient } from "./loans_client.ts";

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
export type * from "./books_client.ts";
export type * from "./members_client.ts";
export type * from "./loans_client.ts";

/** The library system. */
export class Client {
  /** The operations about books. */
  readonly books: BooksClient;
  /** The operations about members. */
  readonly members: MembersClient;
  /** The operations about loans. */
  readonly loans: LoansClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.books = new BooksClient(caller);
    this.members = new MembersClient(caller);
    this.loans = new LoansClient(caller);
  }
}
