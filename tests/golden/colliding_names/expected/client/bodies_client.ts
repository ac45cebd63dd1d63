/**
 * The part of the client about bodies.
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

/** A body of the system. */
export interface Body {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** Whether the body is enabled. */
  readonly enabled: boolean | null;
  /** The body's name. */
  readonly name: string;
}

/** Some fields of a body, and what is included. */
export interface BodySelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** Whether the body is enabled. */
  readonly enabled?: boolean | null;
  /** The body's name. */
  readonly name?: string;
}

/** The body to create a body. */
export interface BodyCreate {
  /** Whether the body is enabled. */
  readonly enabled?: boolean | null;
  /** The body's name. */
  readonly name: string;
}

/** The body to replace one body. */
export interface BodyReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** Whether the body is enabled. */
  readonly enabled?: boolean | null;
  /** The body's name. */
  readonly name: string;
}

/** The body to change some fields of one body. */
export interface BodyPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** Whether the body is enabled. */
  readonly enabled?: boolean | null;
  /** The body's name. */
  readonly name?: string;
}

/** What a list of bodies can say. */
export interface BodiesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, enabled, name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "enabled" | "name"
  >;
  /** Filter by enabled. Empty stands for null. */
  readonly enabled?: boolean | null;
  /** Filter by name. */
  readonly name?: string;
}

/** What a read of one of the bodies can say. */
export interface BodiesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "enabled" | "name"
  >;
}

/** Calls the operations about bodies. */
export class BodiesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List bodies. */
  async list<const Q extends BodiesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Body, BodySelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Body, BodySelection, Q>>
    >({ method: "GET", path: "/bodies", query, options });
  }

  /** List bodies. Goes through all pages, each read when it is needed. */
  listAll<const Q extends BodiesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Body, BodySelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a body. */
  async create(body: BodyCreate, options: CallOptions = {}): Promise<Body> {
    return await this.#caller.send<Body>({
      method: "POST",
      path: "/bodies",
      body,
      options,
    });
  }

  /** Read one body. */
  async get<const Q extends BodiesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Body, BodySelection, Q>> {
    return await this.#caller.send<Selected<Body, BodySelection, Q>>({
      method: "GET",
      path: `/bodies/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one body. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends BodiesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Body, BodySelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Body, BodySelection, Q>>({
      method: "GET",
      path: `/bodies/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one body. */
  async replace(
    id: string,
    body: BodyReplace,
    options: ConditionalOptions = {},
  ): Promise<Body> {
    return await this.#caller.send<Body>({
      method: "PUT",
      path: `/bodies/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one body. */
  async patch(
    id: string,
    body: BodyPatch,
    options: ConditionalOptions = {},
  ): Promise<Body> {
    return await this.#caller.send<Body>({
      method: "PATCH",
      path: `/bodies/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one body. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/bodies/${segment(id)}`,
      options,
    });
  }
}
