/**
 * A client of staff directory: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { EmployeesClient } from "./employees_client.ts";
import { BadgesClient } from "./badges_client.ts";

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
export type * from "./employees_client.ts";
export type * from "./badges_client.ts";

/** Who works for whom. */
export class Client {
  /** The operations about employees. */
  readonly employees: EmployeesClient;
  /** The operations about badges. */
  readonly badges: BadgesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.employees = new EmployeesClient(caller);
    this.badges = new BadgesClient(caller);
  }
}
