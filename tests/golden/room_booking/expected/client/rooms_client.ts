/**
 * The part of the client about rooms.
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
import type { Booking } from "./bookings_client.ts";

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

/** Some fields of a room, and what is included. */
export interface RoomSelection {
  /** Set by the server. */
  readonly id: string;
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
  /** Only if included: its bookings in their order, at most 200, or 20 of each in a list. */
  readonly bookings?: readonly Booking[];
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "building" | "number" | "kind"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "bookings"[];
  /** Filter by building. */
  readonly building?: string;
  /** Filter by number. */
  readonly number?: number;
  /** Filter by kind. */
  readonly kind?: "office" | "hall" | "lab";
}

/** What a read of one of the rooms can say. */
export interface RoomsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "building" | "number" | "kind"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "bookings"[];
}

/** Calls the operations about rooms. */
export class RoomsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List rooms. */
  async list<const Q extends RoomsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Room, RoomSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Room, RoomSelection, Q>>
    >({ method: "GET", path: "/rooms", query, options });
  }

  /** List rooms. Goes through all pages, each read when it is needed. */
  listAll<const Q extends RoomsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Room, RoomSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends RoomsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Room, RoomSelection, Q>> {
    return await this.#caller.send<Selected<Room, RoomSelection, Q>>({
      method: "GET",
      path: `/rooms/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one room. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends RoomsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Room, RoomSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Room, RoomSelection, Q>>({
      method: "GET",
      path: `/rooms/${segment(id)}`,
      query,
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
