/**
 * The part of the client about parcel senders.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A user of the system. */
export interface ParcelSender {
  /** The user's full name. */
  readonly full_name: string;
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
}

/** Calls the operations about parcel senders. */
export class ParcelSendersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Read a parcel sender. */
  async get(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<ParcelSender> {
    return await this.#caller.send<ParcelSender>({
      method: "GET",
      path: `/v2/parcel-senders/${segment(id)}`,
      under: "parcel_sender",
      options,
    });
  }

  /** Read a parcel sender. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<ParcelSender | undefined> {
    return await this.#caller.sendIfChanged<ParcelSender>({
      method: "GET",
      path: `/v2/parcel-senders/${segment(id)}`,
      under: "parcel_sender",
      options,
    });
  }
}
