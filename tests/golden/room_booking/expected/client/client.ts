/**
 * A client of room booking: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { RoomsClient } from "./rooms_client.ts";
import { BookingsClient } from "./bookings_client.ts";

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
export type * from "./rooms_client.ts";
export type * from "./bookings_client.ts";

/** Who has which room when. */
export class Client {
  /** The operations about rooms. */
  readonly rooms: RoomsClient;
  /** The operations about bookings. */
  readonly bookings: BookingsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.rooms = new RoomsClient(caller);
    this.bookings = new BookingsClient(caller);
  }
}
