/**
 * The part of the client about starts.
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

/** A start of the system. */
export interface Start {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The start's d. At most 2 decimal places. Unique. */
  readonly d: number;
}

/** Some fields of a start, and what is included. */
export interface StartSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The start's d. At most 2 decimal places. Unique. */
  readonly d?: number;
}

/** The body to create a start. */
export interface StartCreate {
  /** The start's d. At most 2 decimal places. Unique. */
  readonly d: number;
}

/** The body to replace one start. */
export interface StartReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The start's d. At most 2 decimal places. Unique. */
  readonly d: number;
}

/** The body to change some fields of one start. */
export interface StartPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The start's d. At most 2 decimal places. Unique. */
  readonly d?: number;
}

/** What a list of starts can say. */
export interface StartsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, d. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: readonly ("id" | "createdAt" | "updatedAt" | "d")[];
  /** Filter by d. */
  readonly d?: number;
}

/** What a read of one of the starts can say. */
export interface StartsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: readonly ("id" | "createdAt" | "updatedAt" | "d")[];
}

/** Calls the operations about starts. */
export class StartsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List starts. */
  async list<const Q extends StartsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Start, StartSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Start, StartSelection, Q>>
    >({ method: "GET", path: "/starts", query, options });
  }

  /** List starts. Goes through all pages, each read when it is needed. */
  listAll<const Q extends StartsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Start, StartSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a start. */
  async create(body: StartCreate, options: CallOptions = {}): Promise<Start> {
    return await this.#caller.send<Start>({
      method: "POST",
      path: "/starts",
      body,
      options,
    });
  }

  /** Read one start. */
  async get<const Q extends StartsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Start, StartSelection, Q>> {
    return await this.#caller.send<Selected<Start, StartSelection, Q>>({
      method: "GET",
      path: `/starts/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one start. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends StartsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Start, StartSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Start, StartSelection, Q>>(
      { method: "GET", path: `/starts/${segment(id)}`, query, options },
    );
  }

  /** Replace one start. */
  async replace(
    id: string,
    body: StartReplace,
    options: ConditionalOptions = {},
  ): Promise<Start> {
    return await this.#caller.send<Start>({
      method: "PUT",
      path: `/starts/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one start. */
  async patch(
    id: string,
    body: StartPatch,
    options: ConditionalOptions = {},
  ): Promise<Start> {
    return await this.#caller.send<Start>({
      method: "PATCH",
      path: `/starts/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one start. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/starts/${segment(id)}`,
      options,
    });
  }
}
