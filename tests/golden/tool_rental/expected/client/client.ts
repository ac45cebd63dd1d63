/**
 * A client of tool rental: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { ToolsClient } from "./tools_client.ts";
import { RentalsClient } from "./rentals_client.ts";
import { ShiftsClient } from "./shifts_client.ts";
import { SalesClient } from "./sales_client.ts";
import { ItemsClient } from "./items_client.ts";
import { ClientsClient } from "./clients_client.ts";

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
export type * from "./tools_client.ts";
export type * from "./rentals_client.ts";
export type * from "./shifts_client.ts";
export type * from "./sales_client.ts";
export type * from "./items_client.ts";
export type * from "./clients_client.ts";

/** Who has which tool, and when. */
export class Client {
  /** The operations about tools. */
  readonly tools: ToolsClient;
  /** The operations about rentals. */
  readonly rentals: RentalsClient;
  /** The operations about shifts. */
  readonly shifts: ShiftsClient;
  /** The operations about sales. */
  readonly sales: SalesClient;
  /** The operations about items. */
  readonly items: ItemsClient;
  /** The operations about clients. */
  readonly clients: ClientsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.tools = new ToolsClient(caller);
    this.rentals = new RentalsClient(caller);
    this.shifts = new ShiftsClient(caller);
    this.sales = new SalesClient(caller);
    this.items = new ItemsClient(caller);
    this.clients = new ClientsClient(caller);
  }
}
