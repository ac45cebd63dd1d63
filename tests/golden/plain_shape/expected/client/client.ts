/**
 * A client of plain shape: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { BillsClient } from "./bills_client.ts";
import { LinesClient } from "./lines_client.ts";
import { NotesClient } from "./notes_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./bills_client.ts";
export type * from "./lines_client.ts";
export type * from "./notes_client.ts";

/** Bills and what stands on them. */
export class Client {
  /** The operations about bills. */
  readonly bills: BillsClient;
  /** The operations about lines. */
  readonly lines: LinesClient;
  /** The operations about notes. */
  readonly notes: NotesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.bills = new BillsClient(caller);
    this.lines = new LinesClient(caller);
    this.notes = new NotesClient(caller);
  }
}
