/**
 * The part of the client about rooms.
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

/** A room of the system. No two have the same building and number. */
export interface Room {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The room's building. */
  readonly building: string;
  /** The room's number. */
  readonly number: number;
  /** The room's kind. */
  readonly kind: "office" | "hall" | "lab";
}

/** What is answered about rooms. */
export interface RoomPage {
  /** The items. */
  readonly items: readonly Room[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a room. */
export interface RoomCreate {
  /** The room's building. */
  readonly building: string;
  /** The room's number. */
  readonly number: number;
  /** The room's kind. */
  readonly kind?: "office" | "hall" | "lab";
}

/** The body to replace one room. */
export interface RoomReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The room's building. */
  readonly building: string;
  /** The room's number. */
  readonly number: number;
  /** The room's kind. */
  readonly kind?: "office" | "hall" | "lab";
}

/** The body to change some fields of one room. */
export interface RoomPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The room's building. */
  readonly building?: string;
  /** The room's number. */
  readonly number?: number;
  /** The room's kind. */
  readonly kind?: "office" | "hall" | "lab";
}

/** What a list of rooms can say. */
export interface RoomsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, building, number, kind. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by building. */
  readonly building?: string;
  /** Filter by number. */
  readonly number?: number;
  /** Filter by kind. */
  readonly kind?: "office" | "hall" | "lab";
}

/** Calls the operations about rooms. */
export class RoomsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List rooms. */
  async list(
    query: RoomsQuery = {},
    options: CallOptions = {},
  ): Promise<RoomPage> {
    return await this.#caller.send<RoomPage>({
      method: "GET",
      path: "/rooms",
      query,
      options,
    });
  }

  /** List rooms. Goes through all pages, each read when it is needed. */
  listAll(
    query: RoomsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Room, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a room. */
  async create(body: RoomCreate, options: CallOptions = {}): Promise<Room> {
    return await this.#caller.send<Room>({
      method: "POST",
      path: "/rooms",
      body,
      options,
    });
  }

  /** Read one room. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Room> {
    return await this.#caller.send<Room>({
      method: "GET",
      path: `/rooms/${segment(id)}`,
      options,
    });
  }

  /** Read one room. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Room | undefined> {
    return await this.#caller.sendIfChanged<Room>({
      method: "GET",
      path: `/rooms/${segment(id)}`,
      options,
    });
  }

  /** Replace one room. */
  async replace(
    id: string,
    body: RoomReplace,
    options: ConditionalOptions = {},
  ): Promise<Room> {
    return await this.#caller.send<Room>({
      method: "PUT",
      path: `/rooms/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one room. */
  async patch(
    id: string,
    body: RoomPatch,
    options: ConditionalOptions = {},
  ): Promise<Room> {
    return await this.#caller.send<Room>({
      method: "PATCH",
      path: `/rooms/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one room. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/rooms/${segment(id)}`,
      options,
    });
  }
}
