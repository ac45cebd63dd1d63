/**
 * The part of the client about users.
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
import type { User } from "./auth_client.ts";

/** What is answered about users. */
export interface UserPage {
  /** The items. */
  readonly items: readonly User[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  readonly role?: "member" | "editor";
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
  readonly role?: "member" | "editor";
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
  /** Filter by email. */
  readonly email?: string;
  /** Filter by role. */
  readonly role?: "member" | "editor";
}

/** Calls the operations about users. */
export class UsersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List users. */
  async list(
    query: UsersQuery = {},
    options: CallOptions = {},
  ): Promise<UserPage> {
    return await this.#caller.send<UserPage>({
      method: "GET",
      path: "/users",
      query,
      options,
    });
  }

  /** List users. Goes through all pages, each read when it is needed. */
  listAll(
    query: UsersQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<User, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Read one user. */
  async get(id: string, options: ConditionalOptions = {}): Promise<User> {
    return await this.#caller.send<User>({
      method: "GET",
      path: `/users/${segment(id)}`,
      options,
    });
  }

  /** Read one user. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<User | undefined> {
    return await this.#caller.sendIfChanged<User>({
      method: "GET",
      path: `/users/${segment(id)}`,
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
