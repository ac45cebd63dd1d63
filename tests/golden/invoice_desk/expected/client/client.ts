/**
 * A client of invoice desk: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { InvoicesClient } from "./invoices_client.ts";
import { InvoiceLinesClient } from "./invoice_lines_client.ts";

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
export type * from "./invoices_client.ts";
export type * from "./invoice_lines_client.ts";

/** Invoices with exact amounts, which go out and are paid. */
export class Client {
  /** The operations about invoices. */
  readonly invoices: InvoicesClient;
  /** The operations about invoice lines. */
  readonly invoiceLines: InvoiceLinesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.invoices = new InvoicesClient(caller);
    this.invoiceLines = new InvoiceLinesClient(caller);
  }
}
