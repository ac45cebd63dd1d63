/**
 * The part of the client about readings.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type CursorPage,
  eachByCursor,
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
  /** The reading's sensor. */
  readonly sensor: string;
  /** The reading's value. At most 1 decimal places. */
  readonly value: number;
  /** The reading's serial. Unique. */
  readonly serial: number | null;
}

/** Some fields of a reading, and what is included. */
export interface ReadingSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The reading's sensor. */
  readonly sensor?: string;
  /** The reading's value. At most 1 decimal places. */
  readonly value?: number;
  /** The reading's serial. Unique. */
  readonly serial?: number | null;
}

/** What a list of readings can say. */
export interface ReadingsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, sensor, value, serial. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "sensor" | "value" | "serial"
  >;
  /** Filter by sensor. */
  readonly sensor?: string;
  /** Filter by value. */
  readonly value?: number;
  /** Filter by serial. Empty stands for null. */
  readonly serial?: number | null;
}

/** Calls the operations about readings. */
export class ReadingsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List readings. */
  async list<const Q extends ReadingsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Reading, ReadingSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Reading, ReadingSelection, Q>>
    >({ method: "GET", path: "/readings", query, options });
  }

  /** List readings. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ReadingsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Reading, ReadingSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }
}
