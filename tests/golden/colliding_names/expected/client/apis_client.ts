/**
 * The part of the client about apis.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  type CursorPage,
  eachByCursor,
  segment,
  type Selected,
} from "../kit/api_client_runtime.ts";
import type { SQLEntity } from "./sqls_client.ts";

/** An api of the system. */
export interface API {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The api's n. */
  readonly n: string | null;
}

/** Some fields of an api, and what is included. */
export interface APISelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The api's n. */
  readonly n?: string | null;
  /** Only if included: its sqls in their order, at most 200, or 20 of each in a list. */
  readonly sqls?: readonly SQLEntity[];
}

/** The body to create an api. */
export interface APICreate {
  /** The api's n. */
  readonly n?: string | null;
}

/** The body to replace one api. */
export interface APIReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The api's n. */
  readonly n?: string | null;
}

/** The body to change some fields of one api. */
export interface APIPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The api's n. */
  readonly n?: string | null;
}

/** What a list of apis can say. */
export interface ApisQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, n. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: readonly ("id" | "createdAt" | "updatedAt" | "n")[];
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "sqls"[];
  /** Filter by n. Empty stands for null. */
  readonly n?: string | null;
}

/** What a read of one of the apis can say. */
export interface ApisGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: readonly ("id" | "createdAt" | "updatedAt" | "n")[];
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "sqls"[];
}

/** Calls the operations about apis. */
export class ApisClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List apis. */
  async list<const Q extends ApisQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<API, APISelection, Q>>> {
    return await this.#caller.send<CursorPage<Selected<API, APISelection, Q>>>({
      method: "GET",
      path: "/apis",
      query,
      options,
    });
  }

  /** List apis. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ApisQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<API, APISelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create an api. */
  async create(body: APICreate, options: CallOptions = {}): Promise<API> {
    return await this.#caller.send<API>({
      method: "POST",
      path: "/apis",
      body,
      options,
    });
  }

  /** Read one api. */
  async get<const Q extends ApisGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<API, APISelection, Q>> {
    return await this.#caller.send<Selected<API, APISelection, Q>>({
      method: "GET",
      path: `/apis/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one api. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ApisGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<API, APISelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<API, APISelection, Q>>({
      method: "GET",
      path: `/apis/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one api. */
  async replace(
    id: string,
    body: APIReplace,
    options: ConditionalOptions = {},
  ): Promise<API> {
    return await this.#caller.send<API>({
      method: "PUT",
      path: `/apis/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one api. */
  async patch(
    id: string,
    body: APIPatch,
    options: ConditionalOptions = {},
  ): Promise<API> {
    return await this.#caller.send<API>({
      method: "PATCH",
      path: `/apis/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one api. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/apis/${segment(id)}`,
      options,
    });
  }
}
