/**
 * The part of the client about maps.
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

/** A map of the system. */
export interface MapEntity {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The map's function. Unique. */
  readonly function: string;
  /** The map's return. */
  readonly return: number | null;
}

/** Some fields of a map, and what is included. */
export interface MapEntitySelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The map's function. Unique. */
  readonly function?: string;
  /** The map's return. */
  readonly return?: number | null;
}

/** The body to create a map. */
export interface MapEntityCreate {
  /** The map's function. Unique. */
  readonly function: string;
  /** The map's return. */
  readonly return?: number | null;
}

/** What a list of maps can say. */
export interface MapsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, function, return. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "function" | "return"
  >;
  /** Filter by function. */
  readonly function?: string;
  /** Filter by return. Empty stands for null. */
  readonly return?: number | null;
}

/** What a read of one of the maps can say. */
export interface MapsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "function" | "return"
  >;
}

/** Calls the operations about maps. */
export class MapsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List maps. */
  async list<const Q extends MapsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<MapEntity, MapEntitySelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<MapEntity, MapEntitySelection, Q>>
    >({ method: "GET", path: "/maps", query, options });
  }

  /** List maps. Goes through all pages, each read when it is needed. */
  listAll<const Q extends MapsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<MapEntity, MapEntitySelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a map. */
  async create(
    body: MapEntityCreate,
    options: CallOptions = {},
  ): Promise<MapEntity> {
    return await this.#caller.send<MapEntity>({
      method: "POST",
      path: "/maps",
      body,
      options,
    });
  }

  /** Read one map. */
  async get<const Q extends MapsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<MapEntity, MapEntitySelection, Q>> {
    return await this.#caller.send<Selected<MapEntity, MapEntitySelection, Q>>({
      method: "GET",
      path: `/maps/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one map. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends MapsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<MapEntity, MapEntitySelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<MapEntity, MapEntitySelection, Q>
    >({ method: "GET", path: `/maps/${segment(id)}`, query, options });
  }
}
