/**
 * The part of the client about changeds.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  eachByCursor,
  segment,
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

/** What is answered about changeds. */
export interface ChangedPage {
  /** The items. */
  readonly items: readonly Changed[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by uu. Empty stands for null. */
  readonly uu?: string | null;
}

/** Calls the operations about changeds. */
export class ChangedsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List changeds. */
  async list(
    query: ChangedsQuery = {},
    options: CallOptions = {},
  ): Promise<ChangedPage> {
    return await this.#caller.send<ChangedPage>({
      method: "GET",
      path: "/changeds",
      query,
      options,
    });
  }

  /** List changeds. Goes through all pages, each read when it is needed. */
  listAll(
    query: ChangedsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Changed, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Changed> {
    return await this.#caller.send<Changed>({
      method: "GET",
      path: `/changeds/${segment(id)}`,
      options,
    });
  }

  /** Read one changed. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Changed | undefined> {
    return await this.#caller.sendIfChanged<Changed>({
      method: "GET",
      path: `/changeds/${segment(id)}`,
      options,
    });
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
