/**
 * The part of the client about uuids.
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

/** An uuid of the system. */
export interface UUID {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The uuid's function. */
  readonly function: string;
}

/** What is answered about uuids. */
export interface UUIDPage {
  /** The items. */
  readonly items: readonly UUID[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create an uuid. */
export interface UUIDCreate {
  /** The uuid's function. */
  readonly function: string;
}

/** The body to replace one uuid. */
export interface UUIDReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The uuid's function. */
  readonly function: string;
}

/** The body to change some fields of one uuid. */
export interface UUIDPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The uuid's function. */
  readonly function?: string;
}

/** What a list of uuids can say. */
export interface UuidsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, function. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by function. */
  readonly function?: string;
}

/** Calls the operations about uuids. */
export class UuidsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List uuids. */
  async list(
    query: UuidsQuery = {},
    options: CallOptions = {},
  ): Promise<UUIDPage> {
    return await this.#caller.send<UUIDPage>({
      method: "GET",
      path: "/uuids",
      query,
      options,
    });
  }

  /** List uuids. Goes through all pages, each read when it is needed. */
  listAll(
    query: UuidsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<UUID, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create an uuid. */
  async create(body: UUIDCreate, options: CallOptions = {}): Promise<UUID> {
    return await this.#caller.send<UUID>({
      method: "POST",
      path: "/uuids",
      body,
      options,
    });
  }

  /** Read one uuid. */
  async get(id: string, options: ConditionalOptions = {}): Promise<UUID> {
    return await this.#caller.send<UUID>({
      method: "GET",
      path: `/uuids/${segment(id)}`,
      options,
    });
  }

  /** Read one uuid. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<UUID | undefined> {
    return await this.#caller.sendIfChanged<UUID>({
      method: "GET",
      path: `/uuids/${segment(id)}`,
      options,
    });
  }

  /** Replace one uuid. */
  async replace(
    id: string,
    body: UUIDReplace,
    options: ConditionalOptions = {},
  ): Promise<UUID> {
    return await this.#caller.send<UUID>({
      method: "PUT",
      path: `/uuids/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one uuid. */
  async patch(
    id: string,
    body: UUIDPatch,
    options: ConditionalOptions = {},
  ): Promise<UUID> {
    return await this.#caller.send<UUID>({
      method: "PATCH",
      path: `/uuids/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one uuid. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/uuids/${segment(id)}`,
      options,
    });
  }
}
