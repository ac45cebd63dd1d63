/**
 * The part of the client about readings.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  eachByCursor,
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

/** What is answered about readings. */
export interface ReadingPage {
  /** The items. */
  readonly items: readonly Reading[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  async list(
    query: ReadingsQuery = {},
    options: CallOptions = {},
  ): Promise<ReadingPage> {
    return await this.#caller.send<ReadingPage>({
      method: "GET",
      path: "/readings",
      query,
      options,
    });
  }

  /** List readings. Goes through all pages, each read when it is needed. */
  listAll(
    query: ReadingsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Reading, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }
}
