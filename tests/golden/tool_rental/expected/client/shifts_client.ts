/**
 * The part of the client about shifts.
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

/** The desk is open for days on end, one person at a time. */
export interface Shift {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The shift's first day. */
  readonly firstDay: string | null;
  /** The shift's free day. */
  readonly freeDay: string | null;
}

/** Some fields of a shift, and what is included. */
export interface ShiftSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The shift's first day. */
  readonly firstDay?: string | null;
  /** The shift's free day. */
  readonly freeDay?: string | null;
}

/** The body to create a shift. */
export interface ShiftCreate {
  /** The shift's first day. */
  readonly firstDay?: string | null;
  /** The shift's free day. */
  readonly freeDay?: string | null;
}

/** The body to replace one shift. */
export interface ShiftReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The shift's first day. */
  readonly firstDay?: string | null;
  /** The shift's free day. */
  readonly freeDay?: string | null;
}

/** The body to change some fields of one shift. */
export interface ShiftPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The shift's first day. */
  readonly firstDay?: string | null;
  /** The shift's free day. */
  readonly freeDay?: string | null;
}

/** What a list of shifts can say. */
export interface ShiftsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, firstDay, freeDay. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "firstDay" | "freeDay"
  >;
  /** Filter by firstDay. Empty stands for null. */
  readonly firstDay?: string | null;
  /** Filter by freeDay. Empty stands for null. */
  readonly freeDay?: string | null;
}

/** What a read of one of the shifts can say. */
export interface ShiftsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "firstDay" | "freeDay"
  >;
}

/** Calls the operations about shifts. */
export class ShiftsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List shifts. */
  async list<const Q extends ShiftsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Shift, ShiftSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Shift, ShiftSelection, Q>>
    >({ method: "GET", path: "/shifts", query, options });
  }

  /** List shifts. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ShiftsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Shift, ShiftSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a shift. */
  async create(body: ShiftCreate, options: CallOptions = {}): Promise<Shift> {
    return await this.#caller.send<Shift>({
      method: "POST",
      path: "/shifts",
      body,
      options,
    });
  }

  /** Read one shift. */
  async get<const Q extends ShiftsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Shift, ShiftSelection, Q>> {
    return await this.#caller.send<Selected<Shift, ShiftSelection, Q>>({
      method: "GET",
      path: `/shifts/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one shift. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ShiftsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Shift, ShiftSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Shift, ShiftSelection, Q>>(
      { method: "GET", path: `/shifts/${segment(id)}`, query, options },
    );
  }

  /** Replace one shift. */
  async replace(
    id: string,
    body: ShiftReplace,
    options: ConditionalOptions = {},
  ): Promise<Shift> {
    return await this.#caller.send<Shift>({
      method: "PUT",
      path: `/shifts/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one shift. */
  async patch(
    id: string,
    body: ShiftPatch,
    options: ConditionalOptions = {},
  ): Promise<Shift> {
    return await this.#caller.send<Shift>({
      method: "PATCH",
      path: `/shifts/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one shift. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/shifts/${segment(id)}`,
      options,
    });
  }
}
