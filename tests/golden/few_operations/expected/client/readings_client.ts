/**
 * The part of the client about readings.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
  type Selected,
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

/** Some fields of a reading, and what is included. */
export interface ReadingSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The reading's value. */
  readonly value?: number | null;
}

/** What a read of one of the readings can say. */
export interface ReadingsQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "value">;
}

/** Calls the operations about readings. */
export class ReadingsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Read one reading. */
  async get<const Q extends ReadingsQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Reading, ReadingSelection, Q>> {
    return await this.#caller.send<Selected<Reading, ReadingSelection, Q>>({
      method: "GET",
      path: `/readings/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one reading. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ReadingsQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Reading, ReadingSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Reading, ReadingSelection, Q>
    >({ method: "GET", path: `/readings/${segment(id)}`, query, options });
  }
}
