/**
 * The part of the client about badges.
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

/** A badge of the system. */
export interface Badge {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The badge's color. */
  readonly color: "red" | "green";
  /** The employee that the badge belongs to. Unique. */
  readonly employeeId: string;
  /** The badge that is the badge's replaces. Unique. Never leads back to itself. */
  readonly replacesId: string | null;
}

/** What is answered about badges. */
export interface BadgePage {
  /** The items. */
  readonly items: readonly Badge[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a badge. */
export interface BadgeCreate {
  /** The badge's color. */
  readonly color?: "red" | "green";
  /** The employee that the badge belongs to. Unique. */
  readonly employeeId: string;
  /** The badge that is the badge's replaces. Unique. Never leads back to itself. */
  readonly replacesId?: string | null;
}

/** The body to replace one badge. */
export interface BadgeReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The badge's color. */
  readonly color?: "red" | "green";
  /** The employee that the badge belongs to. Unique. */
  readonly employeeId: string;
  /** The badge that is the badge's replaces. Unique. Never leads back to itself. */
  readonly replacesId?: string | null;
}

/** What a list of badges can say. */
export interface BadgesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, color, employeeId, replacesId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by color. */
  readonly color?: "red" | "green";
  /** Filter by employeeId. */
  readonly employeeId?: string;
  /** Filter by replacesId. Empty stands for null. */
  readonly replacesId?: string | null;
}

/** Calls the operations about badges. */
export class BadgesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List badges. */
  async list(
    query: BadgesQuery = {},
    options: CallOptions = {},
  ): Promise<BadgePage> {
    return await this.#caller.send<BadgePage>({
      method: "GET",
      path: "/badges",
      query,
      options,
    });
  }

  /** List badges. Goes through all pages, each read when it is needed. */
  listAll(
    query: BadgesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Badge, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Badge> {
    return await this.#caller.send<Badge>({
      method: "GET",
      path: `/badges/${segment(id)}`,
      options,
    });
  }

  /** Read one badge. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Badge | undefined> {
    return await this.#caller.sendIfChanged<Badge>({
      method: "GET",
      path: `/badges/${segment(id)}`,
      options,
    });
  }

  /** Replace one badge. */
  async replace(
    id: string,
    body: BadgeReplace,
    options: ConditionalOptions = {},
  ): Promise<Badge> {
    return await this.#caller.send<Badge>({
      method: "PUT",
      path: `/badges/${segment(id)}`,
      body,
      options,
    });
  }
}
