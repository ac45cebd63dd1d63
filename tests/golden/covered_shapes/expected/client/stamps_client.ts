/**
 * The part of the client about stamps.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
  type Selected,
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

/** Some fields of a stamp, and what is included. */
export interface StampSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The stamp's motif. Cannot be changed after creation. */
  readonly motif?: string | null;
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

/** What a read of one of the stamps can say. */
export interface StampsQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "motif">;
}

/** Calls the operations about stamps. */
export class StampsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Read one stamp. */
  async get<const Q extends StampsQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Stamp, StampSelection, Q>> {
    return await this.#caller.send<Selected<Stamp, StampSelection, Q>>({
      method: "GET",
      path: `/stamps/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one stamp. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends StampsQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Stamp, StampSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Stamp, StampSelection, Q>>(
      { method: "GET", path: `/stamps/${segment(id)}`, query, options },
    );
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
