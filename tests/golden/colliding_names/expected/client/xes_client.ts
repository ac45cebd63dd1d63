/**
 * The part of the client about xes.
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

/** A x of the system. */
export interface X {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The x's y. */
  readonly y: string | null;
}

/** What is answered about xes. */
export interface XPage {
  /** The items. */
  readonly items: readonly X[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a x. */
export interface XCreate {
  /** The x's y. */
  readonly y?: string | null;
}

/** The body to replace one x. */
export interface XReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The x's y. */
  readonly y?: string | null;
}

/** The body to change some fields of one x. */
export interface XPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The x's y. */
  readonly y?: string | null;
}

/** What a list of xes can say. */
export interface XesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by y. Empty stands for null. */
  readonly y?: string | null;
}

/** Calls the operations about xes. */
export class XesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List xes. */
  async list(query: XesQuery = {}, options: CallOptions = {}): Promise<XPage> {
    return await this.#caller.send<XPage>({
      method: "GET",
      path: "/xes",
      query,
      options,
    });
  }

  /** List xes. Goes through all pages, each read when it is needed. */
  listAll(
    query: XesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<X, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a x. */
  async create(body: XCreate, options: CallOptions = {}): Promise<X> {
    return await this.#caller.send<X>({
      method: "POST",
      path: "/xes",
      body,
      options,
    });
  }

  /** Read one x. */
  async get(id: string, options: ConditionalOptions = {}): Promise<X> {
    return await this.#caller.send<X>({
      method: "GET",
      path: `/xes/${segment(id)}`,
      options,
    });
  }

  /** Read one x. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<X | undefined> {
    return await this.#caller.sendIfChanged<X>({
      method: "GET",
      path: `/xes/${segment(id)}`,
      options,
    });
  }

  /** Replace one x. */
  async replace(
    id: string,
    body: XReplace,
    options: ConditionalOptions = {},
  ): Promise<X> {
    return await this.#caller.send<X>({
      method: "PUT",
      path: `/xes/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one x. */
  async patch(
    id: string,
    body: XPatch,
    options: ConditionalOptions = {},
  ): Promise<X> {
    return await this.#caller.send<X>({
      method: "PATCH",
      path: `/xes/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one x. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/xes/${segment(id)}`,
      options,
    });
  }
}
