/**
 * The part of the client about changeds.
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

/** A changed of the system. */
export interface Changed {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The changed's uu. Unique. */
  readonly uu: string | null;
}

/** Some fields of a changed, and what is included. */
export interface ChangedSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The changed's uu. Unique. */
  readonly uu?: string | null;
}

/** The body to create a changed. */
export interface ChangedCreate {
  /** The changed's uu. Unique. */
  readonly uu?: string | null;
}

/** The body to replace one changed. */
export interface ChangedReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The changed's uu. Unique. */
  readonly uu?: string | null;
}

/** The body to change some fields of one changed. */
export interface ChangedPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The changed's uu. Unique. */
  readonly uu?: string | null;
}

/** What a list of changeds can say. */
export interface ChangedsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, uu. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: readonly ("id" | "createdAt" | "updatedAt" | "uu")[];
  /** Filter by uu. Empty stands for null. */
  readonly uu?: string | null;
}

/** What a read of one of the changeds can say. */
export interface ChangedsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: readonly ("id" | "createdAt" | "updatedAt" | "uu")[];
}

/** Calls the operations about changeds. */
export class ChangedsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List changeds. */
  async list<const Q extends ChangedsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Changed, ChangedSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Changed, ChangedSelection, Q>>
    >({ method: "GET", path: "/changeds", query, options });
  }

  /** List changeds. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ChangedsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Changed, ChangedSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a changed. */
  async create(
    body: ChangedCreate,
    options: CallOptions = {},
  ): Promise<Changed> {
    return await this.#caller.send<Changed>({
      method: "POST",
      path: "/changeds",
      body,
      options,
    });
  }

  /** Read one changed. */
  async get<const Q extends ChangedsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Changed, ChangedSelection, Q>> {
    return await this.#caller.send<Selected<Changed, ChangedSelection, Q>>({
      method: "GET",
      path: `/changeds/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one changed. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ChangedsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Changed, ChangedSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Changed, ChangedSelection, Q>
    >({ method: "GET", path: `/changeds/${segment(id)}`, query, options });
  }

  /** Replace one changed. */
  async replace(
    id: string,
    body: ChangedReplace,
    options: ConditionalOptions = {},
  ): Promise<Changed> {
    return await this.#caller.send<Changed>({
      method: "PUT",
      path: `/changeds/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one changed. */
  async patch(
    id: string,
    body: ChangedPatch,
    options: ConditionalOptions = {},
  ): Promise<Changed> {
    return await this.#caller.send<Changed>({
      method: "PATCH",
      path: `/changeds/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one changed. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/changeds/${segment(id)}`,
      options,
    });
  }
}
