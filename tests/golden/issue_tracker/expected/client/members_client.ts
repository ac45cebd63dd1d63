/**
 * The part of the client about members.
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

/** A member of the system. */
export interface Member {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The member's username. Unique. */
  readonly username: string;
  /** The member's name. */
  readonly name: string | null;
}

/** What is answered about members. */
export interface MemberPage {
  /** The items. */
  readonly items: readonly Member[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a member. */
export interface MemberCreate {
  /** The member's username. Unique. */
  readonly username: string;
  /** The member's name. */
  readonly name?: string | null;
}

/** The body to replace one member. */
export interface MemberReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The member's username. Unique. */
  readonly username: string;
  /** The member's name. */
  readonly name?: string | null;
}

/** The body to change some fields of one member. */
export interface MemberPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The member's username. Unique. */
  readonly username?: string;
  /** The member's name. */
  readonly name?: string | null;
}

/** What a list of members can say. */
export interface MembersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, username, name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by username. */
  readonly username?: string;
  /** Filter by name. Empty stands for null. */
  readonly name?: string | null;
}

/** Calls the operations about members. */
export class MembersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List members. */
  async list(
    query: MembersQuery = {},
    options: CallOptions = {},
  ): Promise<MemberPage> {
    return await this.#caller.send<MemberPage>({
      method: "GET",
      path: "/members",
      query,
      options,
    });
  }

  /** List members. Goes through all pages, each read when it is needed. */
  listAll(
    query: MembersQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Member, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a member. */
  async create(body: MemberCreate, options: CallOptions = {}): Promise<Member> {
    return await this.#caller.send<Member>({
      method: "POST",
      path: "/members",
      body,
      options,
    });
  }

  /** Read one member. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Member> {
    return await this.#caller.send<Member>({
      method: "GET",
      path: `/members/${segment(id)}`,
      options,
    });
  }

  /** Read one member. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Member | undefined> {
    return await this.#caller.sendIfChanged<Member>({
      method: "GET",
      path: `/members/${segment(id)}`,
      options,
    });
  }

  /** Replace one member. */
  async replace(
    id: string,
    body: MemberReplace,
    options: ConditionalOptions = {},
  ): Promise<Member> {
    return await this.#caller.send<Member>({
      method: "PUT",
      path: `/members/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one member. */
  async patch(
    id: string,
    body: MemberPatch,
    options: ConditionalOptions = {},
  ): Promise<Member> {
    return await this.#caller.send<Member>({
      method: "PATCH",
      path: `/members/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one member. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/members/${segment(id)}`,
      options,
    });
  }
}
