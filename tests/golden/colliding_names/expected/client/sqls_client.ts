/**
 * The part of the client about sqls.
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
import type { API } from "./apis_client.ts";

/** A sql of the system. */
export interface SQLEntity {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The sql's s. */
  readonly s: string;
  /** The api that the sql belongs to. */
  readonly apiId: string;
}

/** Some fields of a sql, and what is included. */
export interface SQLEntitySelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The sql's s. */
  readonly s?: string;
  /** The api that the sql belongs to. */
  readonly apiId?: string;
  /** Only if included: its api, or null where there is none that whoever asks may read. */
  readonly api?: API | null;
}

/** The body to create a sql. */
export interface SQLEntityCreate {
  /** The sql's s. */
  readonly s: string;
  /** The api that the sql belongs to. */
  readonly apiId: string;
}

/** The body to replace one sql. */
export interface SQLEntityReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The sql's s. */
  readonly s: string;
  /** The api that the sql belongs to. */
  readonly apiId: string;
}

/** The body to change some fields of one sql. */
export interface SQLEntityPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The sql's s. */
  readonly s?: string;
  /** The api that the sql belongs to. */
  readonly apiId?: string;
}

/** What a list of sqls can say. */
export interface SqlsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, s, apiId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "s" | "apiId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "api"[];
  /** Filter by s. */
  readonly s?: string;
  /** Filter by apiId. */
  readonly apiId?: string;
}

/** What a read of one of the sqls can say. */
export interface SqlsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "s" | "apiId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "api"[];
}

/** Calls the operations about sqls. */
export class SqlsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List sqls. */
  async list<const Q extends SqlsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<SQLEntity, SQLEntitySelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<SQLEntity, SQLEntitySelection, Q>>
    >({ method: "GET", path: "/sqls", query, options });
  }

  /** List sqls. Goes through all pages, each read when it is needed. */
  listAll<const Q extends SqlsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<SQLEntity, SQLEntitySelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a sql. */
  async create(
    body: SQLEntityCreate,
    options: CallOptions = {},
  ): Promise<SQLEntity> {
    return await this.#caller.send<SQLEntity>({
      method: "POST",
      path: "/sqls",
      body,
      options,
    });
  }

  /** Read one sql. */
  async get<const Q extends SqlsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<SQLEntity, SQLEntitySelection, Q>> {
    return await this.#caller.send<Selected<SQLEntity, SQLEntitySelection, Q>>({
      method: "GET",
      path: `/sqls/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one sql. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends SqlsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<SQLEntity, SQLEntitySelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<SQLEntity, SQLEntitySelection, Q>
    >({ method: "GET", path: `/sqls/${segment(id)}`, query, options });
  }

  /** Replace one sql. */
  async replace(
    id: string,
    body: SQLEntityReplace,
    options: ConditionalOptions = {},
  ): Promise<SQLEntity> {
    return await this.#caller.send<SQLEntity>({
      method: "PUT",
      path: `/sqls/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one sql. */
  async patch(
    id: string,
    body: SQLEntityPatch,
    options: ConditionalOptions = {},
  ): Promise<SQLEntity> {
    return await this.#caller.send<SQLEntity>({
      method: "PATCH",
      path: `/sqls/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one sql. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/sqls/${segment(id)}`,
      options,
    });
  }
}
