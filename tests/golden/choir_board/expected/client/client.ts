/**
 * A client of choir board: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AuthClient } from "./auth_client.ts";
import { PeopleClient } from "./people_client.ts";
import { ConcertsClient } from "./concerts_client.ts";
import { SeatRequestsClient } from "./seat_requests_client.ts";

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
export type * from "./concerts_client.ts";
export type * from "./seat_requests_client.ts";

/** Concerts of a choir, and who asks for seats. */
export class Client {
  /** The operations about signing in. */
  readonly auth: AuthClient;
  /** The operations about people. */
  readonly people: PeopleClient;
  /** The operations about concerts. */
  readonly concerts: ConcertsClient;
  /** The operations about seat requests. */
  readonly seatRequests: SeatRequestsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Token");
    this.auth = new AuthClient(caller);
    this.people = new PeopleClient(caller);
    this.concerts = new ConcertsClient(caller);
    this.seatRequests = new SeatRequestsClient(caller);
  }
}
