/**
 * The part of the client about stamps.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A stamp of the system. */
export interface Stamp {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The stamp's motif. Cannot be changed after creation. */
  readonly motif: string | null;
}

/** The body to change some fields of one stamp. */
export interface StampPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The stamp's motif. Cannot be changed after creation. */
  readonly motif?: string | null;
}

/** Calls the operations about stamps. */
export class StampsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Read one stamp. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Stamp> {
    return await this.#caller.send<Stamp>({
      method: "GET",
      path: `/stamps/${segment(id)}`,
      options,
    });
  }

  /** Read one stamp. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Stamp | undefined> {
    return await this.#caller.sendIfChanged<Stamp>({
      method: "GET",
      path: `/stamps/${segment(id)}`,
      options,
    });
  }

  /** Change some fields of one stamp. */
  async patch(
    id: string,
    body: StampPatch,
    options: ConditionalOptions = {},
  ): Promise<Stamp> {
    return await this.#caller.send<Stamp>({
      method: "PATCH",
      path: `/stamps/${segment(id)}`,
      body,
      options,
    });
  }
}
