/**
 * A client of reading club: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AccountClient } from "./account_client.ts";
import { TagsClient } from "./tags_client.ts";
import { PeopleClient } from "./people_client.ts";
import { BooksClient } from "./books_client.ts";
import { ReviewsClient } from "./reviews_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./account_client.ts";
export type * from "./tags_client.ts";
export type * from "./people_client.ts";
export type * from "./books_client.ts";
export type * from "./reviews_client.ts";

/** Books that readers recommend, and what they say of them. */
export class Client {
  /** The operations about signing in. */
  readonly account: AccountClient;
  /** The operations about tags. */
  readonly tags: TagsClient;
  /** The operations about people. */
  readonly people: PeopleClient;
  /** The operations about books. */
  readonly books: BooksClient;
  /** The operations about reviews. */
  readonly reviews: ReviewsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Token");
    this.account = new AccountClient(caller);
    this.tags = new TagsClient(caller);
    this.people = new PeopleClient(caller);
    this.books = new BooksClient(caller);
    this.reviews = new ReviewsClient(caller);
  }
}
