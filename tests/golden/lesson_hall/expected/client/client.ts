/**
 * A client of lesson hall: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AuthClient } from "./auth_client.ts";
import { PeopleClient } from "./people_client.ts";
import { CoursesClient } from "./courses_client.ts";
import { LessonsClient } from "./lessons_client.ts";
import { TopicsClient } from "./topics_client.ts";
import { ReviewsClient } from "./reviews_client.ts";
import { PlacesClient } from "./places_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./auth_client.ts";
export type * from "./people_client.ts";
export type * from "./courses_client.ts";
export type * from "./lessons_client.ts";
export type * from "./topics_client.ts";
export type * from "./reviews_client.ts";
export type * from "./places_client.ts";

/** Courses, what is taught in them and what people say of them. */
export class Client {
  /** The operations about signing in. */
  readonly auth: AuthClient;
  /** The operations about people. */
  readonly people: PeopleClient;
  /** The operations about courses. */
  readonly courses: CoursesClient;
  /** The operations about lessons. */
  readonly lessons: LessonsClient;
  /** The operations about topics. */
  readonly topics: TopicsClient;
  /** The operations about reviews. */
  readonly reviews: ReviewsClient;
  /** The operations about places. */
  readonly places: PlacesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.auth = new AuthClient(caller);
    this.people = new PeopleClient(caller);
    this.courses = new CoursesClient(caller);
    this.lessons = new LessonsClient(caller);
    this.topics = new TopicsClient(caller);
    this.reviews = new ReviewsClient(caller);
    this.places = new PlacesClient(caller);
  }
}
