/**
 * A client of warehouse: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { SuppliersClient } from "./suppliers_client.ts";
import { ProductsClient } from "./products_client.ts";
import { WithdrawalsClient } from "./withdrawals_client.ts";

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
export type * from "./suppliers_client.ts";
export type * from "./products_client.ts";
export type * from "./withdrawals_client.ts";

/** Products of a warehouse and what is taken out of it. */
export class Client {
  /** The operations about suppliers. */
  readonly suppliers: SuppliersClient;
  /** The operations about products. */
  readonly products: ProductsClient;
  /** The operations about withdrawals. */
  readonly withdrawals: WithdrawalsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.suppliers = new SuppliersClient(caller);
    this.products = new ProductsClient(caller);
    this.withdrawals = new WithdrawalsClient(caller);
  }
}
