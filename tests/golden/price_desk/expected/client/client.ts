/**
 * A client of price desk: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { ArticlesClient } from "./articles_client.ts";
import { EndpointsClient } from "./endpoints_client.ts";

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
export type * from "./articles_client.ts";
export type * from "./endpoints_client.ts";

/** Articles, and what they cost in other currencies. */
export class Client {
  /** The operations about articles. */
  readonly articles: ArticlesClient;
  /** The operations about endpoints. */
  readonly endpoints: EndpointsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.articles = new ArticlesClient(caller);
    this.endpoints = new EndpointsClient(caller);
  }
}
