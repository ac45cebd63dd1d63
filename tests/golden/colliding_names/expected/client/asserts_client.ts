/**
 * The part of the client about asserts.
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

/** An assert of the system. */
export interface Assert {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The assert's then. */
  readonly then: string | null;
  /** The assert's name. */
  readonly name: string | null;
  /** The assert's type. */
  readonly type: string | null;
  /** The assert's index. */
  readonly index: number | null;
}

/** Some fields of an assert, and what is included. */
export interface AssertSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The assert's then. */
  readonly then?: string | null;
  /** The assert's name. */
  readonly name?: string | null;
  /** The assert's type. */
  readonly type?: string | null;
  /** The assert's index. */
  readonly index?: number | null;
}

/** The body to create an assert. */
export interface AssertCreate {
  /** The assert's then. */
  readonly then?: string | null;
  /** The assert's name. */
  readonly name?: string | null;
  /** The assert's type. */
  readonly type?: string | null;
  /** The assert's index. */
  readonly index?: number | null;
}

/** The body to replace one assert. */
export interface AssertReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The assert's then. */
  readonly then?: string | null;
  /** The assert's name. */
  readonly name?: string | null;
  /** The assert's type. */
  readonly type?: string | null;
  /** The assert's index. */
  readonly index?: number | null;
}

/** The body to change some fields of one assert. */
export interface AssertPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The assert's then. */
  readonly then?: string | null;
  /** The assert's name. */
  readonly name?: string | null;
  /** The assert's type. */
  readonly type?: string | null;
  /** The assert's index. */
  readonly index?: number | null;
}

/** What a list of asserts can say. */
export interface AssertsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, then, name, type, index. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "then" | "name" | "type" | "index"
  >;
  /** Filter by then. Empty stands for null. */
  readonly then?: string | null;
  /** Filter by name. Empty stands for null. */
  readonly name?: string | null;
  /** Filter by type. Empty stands for null. */
  readonly type?: string | null;
  /** Filter by index. Empty stands for null. */
  readonly index?: number | null;
}

/** What a read of one of the asserts can say. */
export interface AssertsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "then" | "name" | "type" | "index"
  >;
}

/** Calls the operations about asserts. */
export class AssertsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List asserts. */
  async list<const Q extends AssertsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Assert, AssertSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Assert, AssertSelection, Q>>
    >({ method: "GET", path: "/asserts", query, options });
  }

  /** List asserts. Goes through all pages, each read when it is needed. */
  listAll<const Q extends AssertsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Assert, AssertSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create an assert. */
  async create(body: AssertCreate, options: CallOptions = {}): Promise<Assert> {
    return await this.#caller.send<Assert>({
      method: "POST",
      path: "/asserts",
      body,
      options,
    });
  }

  /** Read one assert. */
  async get<const Q extends AssertsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Assert, AssertSelection, Q>> {
    return await this.#caller.send<Selected<Assert, AssertSelection, Q>>({
      method: "GET",
      path: `/asserts/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one assert. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends AssertsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Assert, AssertSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Assert, AssertSelection, Q>
    >({ method: "GET", path: `/asserts/${segment(id)}`, query, options });
  }

  /** Replace one assert. */
  async replace(
    id: string,
    body: AssertReplace,
    options: ConditionalOptions = {},
  ): Promise<Assert> {
    return await this.#caller.send<Assert>({
      method: "PUT",
      path: `/asserts/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one assert. */
  async patch(
    id: string,
    body: AssertPatch,
    options: ConditionalOptions = {},
  ): Promise<Assert> {
    return await this.#caller.send<Assert>({
      method: "PATCH",
      path: `/asserts/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one assert. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/asserts/${segment(id)}`,
      options,
    });
  }
}
