/**
 * A client of parcel desk: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AccountClient } from "./account_client.ts";
import { ParcelSendersClient } from "./parcel_senders_client.ts";
import { ParcelBoxesClient } from "./parcel_boxes_client.ts";
import { BoxNotesClient } from "./box_notes_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./account_client.ts";
export type * from "./parcel_senders_client.ts";
export type * from "./parcel_boxes_client.ts";
export type * from "./box_notes_client.ts";

/** The parcel desk system. */
export class Client {
  /** The operations about signing in. */
  readonly account: AccountClient;
  /** The operations about parcel senders. */
  readonly parcelSenders: ParcelSendersClient;
  /** The operations about parcel boxes. */
  readonly parcelBoxes: ParcelBoxesClient;
  /** The operations about box notes. */
  readonly boxNotes: BoxNotesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.account = new AccountClient(caller);
    this.parcelSenders = new ParcelSendersClient(caller);
    this.parcelBoxes = new ParcelBoxesClient(caller);
    this.boxNotes = new BoxNotesClient(caller);
  }
}
