/**
 * A client of blog: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { PostsClient } from "./posts_client.ts";
import { CommentsClient } from "./comments_client.ts";

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
export type * from "./posts_client.ts";
export type * from "./comments_client.ts";

/** The blog system. */
export class Client {
  /** The operations about posts. */
  readonly posts: PostsClient;
  /** The operations about comments. */
  readonly comments: CommentsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.posts = new PostsClient(caller);
    this.comments = new CommentsClient(caller);
  }
}
