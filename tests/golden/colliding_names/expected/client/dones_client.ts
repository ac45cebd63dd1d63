/**
 * The part of the client about dones.
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

/** A done of the system. */
export interface Done {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The done's status. */
  readonly status: "a" | "b";
}

/** Some fields of a done, and what is included. */
export interface DoneSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The done's status. */
  readonly status?: "a" | "b";
}

/** The body to create a done. */
export interface DoneCreate {
  /** The done's status. */
  readonly status?: "a" | "b";
}

/** The body to replace one done. */
export interface DoneReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The done's status. */
  readonly status?: "a" | "b";
}

/** The body to change some fields of one done. */
export interface DonePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The done's status. */
  readonly status?: "a" | "b";
}

/** What a list of dones can say. */
export interface DonesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, status. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "status">;
  /** Filter by status. */
  readonly status?: "a" | "b";
}

/** What a read of one of the dones can say. */
export interface DonesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "status">;
}

/** Calls the operations about dones. */
export class DonesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List dones. */
  async list<const Q extends DonesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Done, DoneSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Done, DoneSelection, Q>>
    >({ method: "GET", path: "/dones", query, options });
  }

  /** List dones. Goes through all pages, each read when it is needed. */
  listAll<const Q extends DonesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Done, DoneSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a done. */
  async create(body: DoneCreate, options: CallOptions = {}): Promise<Done> {
    return await this.#caller.send<Done>({
      method: "POST",
      path: "/dones",
      body,
      options,
    });
  }

  /** Read one done. */
  async get<const Q extends DonesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Done, DoneSelection, Q>> {
    return await this.#caller.send<Selected<Done, DoneSelection, Q>>({
      method: "GET",
      path: `/dones/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one done. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends DonesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Done, DoneSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Done, DoneSelection, Q>>({
      method: "GET",
      path: `/dones/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one done. */
  async replace(
    id: string,
    body: DoneReplace,
    options: ConditionalOptions = {},
  ): Promise<Done> {
    return await this.#caller.send<Done>({
      method: "PUT",
      path: `/dones/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one done. */
  async patch(
    id: string,
    body: DonePatch,
    options: ConditionalOptions = {},
  ): Promise<Done> {
    return await this.#caller.send<Done>({
      method: "PATCH",
      path: `/dones/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one done. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/dones/${segment(id)}`,
      options,
    });
  }

  /** Finish a done: sets status to a. */
  async finish(id: string, options: ConditionalOptions = {}): Promise<Done> {
    return await this.#caller.send<Done>({
      method: "POST",
      path: `/dones/${segment(id)}/finish`,
      options,
    });
  }
}
