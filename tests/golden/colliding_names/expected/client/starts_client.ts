/**
 * The part of the client about starts.
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

/** What is answered about starts. */
export interface StartPage {
  /** The items. */
  readonly items: readonly Start[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by d. */
  readonly d?: number;
}

/** Calls the operations about starts. */
export class StartsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List starts. */
  async list(
    query: StartsQuery = {},
    options: CallOptions = {},
  ): Promise<StartPage> {
    return await this.#caller.send<StartPage>({
      method: "GET",
      path: "/starts",
      query,
      options,
    });
  }

  /** List starts. Goes through all pages, each read when it is needed. */
  listAll(
    query: StartsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Start, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Start> {
    return await this.#caller.send<Start>({
      method: "GET",
      path: `/starts/${segment(id)}`,
      options,
    });
  }

  /** Read one start. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Start | undefined> {
    return await this.#caller.sendIfChanged<Start>({
      method: "GET",
      path: `/starts/${segment(id)}`,
      options,
    });
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
