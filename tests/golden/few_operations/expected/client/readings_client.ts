/**
 * The part of the client about readings.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A reading of the system. */
export interface Reading {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The reading's value. */
  readonly value: number | null;
}

/** Calls the operations about readings. */
export class ReadingsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Read one reading. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Reading> {
    return await this.#caller.send<Reading>({
      method: "GET",
      path: `/readings/${segment(id)}`,
      options,
    });
  }

  /** Read one reading. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Reading | undefined> {
    return await this.#caller.sendIfChanged<Reading>({
      method: "GET",
      path: `/readings/${segment(id)}`,
      options,
    });
  }
}
