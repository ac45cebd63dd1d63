/**
 * The part of the client about uuids.
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

/** Some fields of an uuid, and what is included. */
export interface UUIDSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The uuid's function. */
  readonly function?: string;
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "function"
  >;
  /** Filter by function. */
  readonly function?: string;
}

/** What a read of one of the uuids can say. */
export interface UuidsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "function"
  >;
}

/** Calls the operations about uuids. */
export class UuidsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List uuids. */
  async list<const Q extends UuidsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<UUID, UUIDSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<UUID, UUIDSelection, Q>>
    >({ method: "GET", path: "/uuids", query, options });
  }

  /** List uuids. Goes through all pages, each read when it is needed. */
  listAll<const Q extends UuidsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<UUID, UUIDSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends UuidsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<UUID, UUIDSelection, Q>> {
    return await this.#caller.send<Selected<UUID, UUIDSelection, Q>>({
      method: "GET",
      path: `/uuids/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one uuid. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends UuidsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<UUID, UUIDSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<UUID, UUIDSelection, Q>>({
      method: "GET",
      path: `/uuids/${segment(id)}`,
      query,
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
