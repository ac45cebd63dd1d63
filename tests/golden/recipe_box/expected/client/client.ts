/**
 * A client of recipe box: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { RecipesClient } from "./recipes_client.ts";
import { LabelsClient } from "./labels_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./recipes_client.ts";
export type * from "./labels_client.ts";

/** The recipe box system. */
export class Client {
  /** The operations about recipes. */
  readonly recipes: RecipesClient;
  /** The operations about labels. */
  readonly labels: LabelsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.recipes = new RecipesClient(caller);
    this.labels = new LabelsClient(caller);
  }
}
