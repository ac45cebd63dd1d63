/**
 * The part of the client about apis.
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

/** What is answered about apis. */
export interface APIPage {
  /** The items. */
  readonly items: readonly API[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by n. Empty stands for null. */
  readonly n?: string | null;
}

/** Calls the operations about apis. */
export class ApisClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List apis. */
  async list(
    query: ApisQuery = {},
    options: CallOptions = {},
  ): Promise<APIPage> {
    return await this.#caller.send<APIPage>({
      method: "GET",
      path: "/apis",
      query,
      options,
    });
  }

  /** List apis. Goes through all pages, each read when it is needed. */
  listAll(
    query: ApisQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<API, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<API> {
    return await this.#caller.send<API>({
      method: "GET",
      path: `/apis/${segment(id)}`,
      options,
    });
  }

  /** Read one api. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<API | undefined> {
    return await this.#caller.sendIfChanged<API>({
      method: "GET",
      path: `/apis/${segment(id)}`,
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
