/**
 * The part of the client about badges.
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

/** A badge of the system. */
export interface Badge {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The badge's number. Unique. Cannot be changed after creation. */
  readonly number: number;
}

/** Some fields of a badge, and what is included. */
export interface BadgeSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The badge's number. Unique. Cannot be changed after creation. */
  readonly number?: number;
}

/** The body to create a badge. */
export interface BadgeCreate {
  /** The badge's number. Unique. Cannot be changed after creation. */
  readonly number: number;
}

/** What a list of badges can say. */
export interface BadgesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, number. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "number">;
  /** Filter by number. */
  readonly number?: number;
}

/** What a read of one of the badges can say. */
export interface BadgesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "number">;
}

/** Calls the operations about badges. */
export class BadgesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List badges. */
  async list<const Q extends BadgesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Badge, BadgeSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Badge, BadgeSelection, Q>>
    >({ method: "GET", path: "/badges", query, options });
  }

  /** List badges. Goes through all pages, each read when it is needed. */
  listAll<const Q extends BadgesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Badge, BadgeSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a badge. */
  async create(body: BadgeCreate, options: CallOptions = {}): Promise<Badge> {
    return await this.#caller.send<Badge>({
      method: "POST",
      path: "/badges",
      body,
      options,
    });
  }

  /** Read one badge. */
  async get<const Q extends BadgesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Badge, BadgeSelection, Q>> {
    return await this.#caller.send<Selected<Badge, BadgeSelection, Q>>({
      method: "GET",
      path: `/badges/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one badge. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends BadgesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Badge, BadgeSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Badge, BadgeSelection, Q>>(
      { method: "GET", path: `/badges/${segment(id)}`, query, options },
    );
  }
}
