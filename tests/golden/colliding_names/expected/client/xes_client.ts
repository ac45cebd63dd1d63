/**
 * The part of the client about xes.
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

/** Some fields of a x, and what is included. */
export interface XSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The x's y. */
  readonly y?: string | null;
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: readonly ("id" | "createdAt" | "updatedAt" | "y")[];
  /** Filter by y. Empty stands for null. */
  readonly y?: string | null;
}

/** What a read of one of the xes can say. */
export interface XesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: readonly ("id" | "createdAt" | "updatedAt" | "y")[];
}

/** Calls the operations about xes. */
export class XesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List xes. */
  async list<const Q extends XesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<X, XSelection, Q>>> {
    return await this.#caller.send<CursorPage<Selected<X, XSelection, Q>>>({
      method: "GET",
      path: "/xes",
      query,
      options,
    });
  }

  /** List xes. Goes through all pages, each read when it is needed. */
  listAll<const Q extends XesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<X, XSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends XesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<X, XSelection, Q>> {
    return await this.#caller.send<Selected<X, XSelection, Q>>({
      method: "GET",
      path: `/xes/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one x. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends XesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<X, XSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<X, XSelection, Q>>({
      method: "GET",
      path: `/xes/${segment(id)}`,
      query,
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
