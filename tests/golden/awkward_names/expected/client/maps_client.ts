/**
 * The part of the client about maps.
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

/** What is answered about maps. */
export interface MapEntityPage {
  /** The items. */
  readonly items: readonly MapEntity[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by function. */
  readonly function?: string;
  /** Filter by return. Empty stands for null. */
  readonly return?: number | null;
}

/** Calls the operations about maps. */
export class MapsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List maps. */
  async list(
    query: MapsQuery = {},
    options: CallOptions = {},
  ): Promise<MapEntityPage> {
    return await this.#caller.send<MapEntityPage>({
      method: "GET",
      path: "/maps",
      query,
      options,
    });
  }

  /** List maps. Goes through all pages, each read when it is needed. */
  listAll(
    query: MapsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<MapEntity, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<MapEntity> {
    return await this.#caller.send<MapEntity>({
      method: "GET",
      path: `/maps/${segment(id)}`,
      options,
    });
  }

  /** Read one map. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<MapEntity | undefined> {
    return await this.#caller.sendIfChanged<MapEntity>({
      method: "GET",
      path: `/maps/${segment(id)}`,
      options,
    });
  }
}
