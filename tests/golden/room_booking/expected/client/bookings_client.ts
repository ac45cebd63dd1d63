/**
 * The part of the client about bookings.
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
import type { Room } from "./rooms_client.ts";

/** A room for one person at a time. No two have the same roomId and startsAt. No two have the same guest and seat and startsAt. */
export interface Booking {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The booking's starts date and time. */
  readonly startsAt: string;
  /** The booking's status. */
  readonly status: "asked" | "granted" | "refused";
  /** The booking's guest. */
  readonly guest: string;
  /** The booking's seat. */
  readonly seat: string | null;
  /** The room that the booking belongs to. */
  readonly roomId: string;
}

/** Some fields of a booking, and what is included. */
export interface BookingSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The booking's starts date and time. */
  readonly startsAt?: string;
  /** The booking's status. */
  readonly status?: "asked" | "granted" | "refused";
  /** The booking's guest. */
  readonly guest?: string;
  /** The booking's seat. */
  readonly seat?: string | null;
  /** The room that the booking belongs to. */
  readonly roomId?: string;
  /** Only if included: its room, or null where there is none that whoever asks may read. */
  readonly room?: Room | null;
}

/** The body to create a booking. */
export interface BookingCreate {
  /** The booking's starts date and time. */
  readonly startsAt: string;
  /** The booking's status. */
  readonly status?: "asked" | "granted" | "refused";
  /** The booking's guest. */
  readonly guest: string;
  /** The booking's seat. */
  readonly seat?: string | null;
  /** The room that the booking belongs to. */
  readonly roomId: string;
}

/** The body to replace one booking. */
export interface BookingReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The booking's starts date and time. */
  readonly startsAt: string;
  /** The booking's status. */
  readonly status?: "asked" | "granted" | "refused";
  /** The booking's guest. */
  readonly guest: string;
  /** The booking's seat. */
  readonly seat?: string | null;
  /** The room that the booking belongs to. */
  readonly roomId: string;
}

/** The body to change some fields of one booking. */
export interface BookingPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The booking's starts date and time. */
  readonly startsAt?: string;
  /** The booking's status. */
  readonly status?: "asked" | "granted" | "refused";
  /** The booking's guest. */
  readonly guest?: string;
  /** The booking's seat. */
  readonly seat?: string | null;
  /** The room that the booking belongs to. */
  readonly roomId?: string;
}

/** What a list of bookings can say. */
export interface BookingsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, startsAt, status, guest, seat, roomId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "startsAt"
    | "status"
    | "guest"
    | "seat"
    | "roomId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "room"[];
  /** Filter by startsAt. */
  readonly startsAt?: string;
  /** Filter by status. */
  readonly status?: "asked" | "granted" | "refused";
  /** Filter by guest. */
  readonly guest?: string;
  /** Filter by seat. Empty stands for null. */
  readonly seat?: string | null;
  /** Filter by roomId. */
  readonly roomId?: string;
}

/** What a read of one of the bookings can say. */
export interface BookingsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "startsAt"
    | "status"
    | "guest"
    | "seat"
    | "roomId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "room"[];
}

/** Calls the operations about bookings. */
export class BookingsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List bookings. */
  async list<const Q extends BookingsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Booking, BookingSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Booking, BookingSelection, Q>>
    >({ method: "GET", path: "/bookings", query, options });
  }

  /** List bookings. Goes through all pages, each read when it is needed. */
  listAll<const Q extends BookingsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Booking, BookingSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a booking. */
  async create(
    body: BookingCreate,
    options: CallOptions = {},
  ): Promise<Booking> {
    return await this.#caller.send<Booking>({
      method: "POST",
      path: "/bookings",
      body,
      options,
    });
  }

  /** Read one booking. */
  async get<const Q extends BookingsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Booking, BookingSelection, Q>> {
    return await this.#caller.send<Selected<Booking, BookingSelection, Q>>({
      method: "GET",
      path: `/bookings/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one booking. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends BookingsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Booking, BookingSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Booking, BookingSelection, Q>
    >({ method: "GET", path: `/bookings/${segment(id)}`, query, options });
  }

  /** Replace one booking. */
  async replace(
    id: string,
    body: BookingReplace,
    options: ConditionalOptions = {},
  ): Promise<Booking> {
    return await this.#caller.send<Booking>({
      method: "PUT",
      path: `/bookings/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one booking. */
  async patch(
    id: string,
    body: BookingPatch,
    options: ConditionalOptions = {},
  ): Promise<Booking> {
    return await this.#caller.send<Booking>({
      method: "PATCH",
      path: `/bookings/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one booking. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/bookings/${segment(id)}`,
      options,
    });
  }

  /** Grant a booking: sets status to granted. */
  async grant(id: string, options: ConditionalOptions = {}): Promise<Booking> {
    return await this.#caller.send<Booking>({
      method: "POST",
      path: `/bookings/${segment(id)}/grant`,
      options,
    });
  }
}
