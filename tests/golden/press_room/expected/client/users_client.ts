/**
 * The part of the client about users.
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
import type { Article } from "./articles_client.ts";
import type { User } from "./auth_client.ts";

/** Some fields of a user, and what is included. */
export interface UserSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The user's email. Unique, whatever its case. */
  readonly email?: string;
  /** What the user may do, by name. */
  readonly role?: "writer" | "editor";
  /** Only if included: its articles in their order, at most 200, or 20 of each in a list. */
  readonly articles?: readonly Article[];
}

/** The body to replace one user. */
export interface UserReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** What the user may do, by name. */
  readonly role?: "writer" | "editor";
}

/** The body to change some fields of one user. */
export interface UserPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The user's email. Unique, whatever its case. */
  readonly email?: string;
  /** What the user may do, by name. */
  readonly role?: "writer" | "editor";
}

/** What a list of users can say. */
export interface UsersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, email, role. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "email" | "role"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "articles"[];
  /** Filter by email. */
  readonly email?: string;
  /** Filter by role. */
  readonly role?: "writer" | "editor";
}

/** What a read of one of the users can say. */
export interface UsersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "email" | "role"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "articles"[];
}

/** Calls the operations about users. */
export class UsersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List users. */
  async list<const Q extends UsersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<User, UserSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<User, UserSelection, Q>>
    >({ method: "GET", path: "/users", query, options });
  }

  /** List users. Goes through all pages, each read when it is needed. */
  listAll<const Q extends UsersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<User, UserSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Read one user. */
  async get<const Q extends UsersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<User, UserSelection, Q>> {
    return await this.#caller.send<Selected<User, UserSelection, Q>>({
      method: "GET",
      path: `/users/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one user. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends UsersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<User, UserSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<User, UserSelection, Q>>({
      method: "GET",
      path: `/users/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one user. */
  async replace(
    id: string,
    body: UserReplace,
    options: ConditionalOptions = {},
  ): Promise<User> {
    return await this.#caller.send<User>({
      method: "PUT",
      path: `/users/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one user. */
  async patch(
    id: string,
    body: UserPatch,
    options: ConditionalOptions = {},
  ): Promise<User> {
    return await this.#caller.send<User>({
      method: "PATCH",
      path: `/users/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one user. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/users/${segment(id)}`,
      options,
    });
  }
}
