/**
 * The part of the client about members.
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
import type { Member } from "./auth_client.ts";

/** Some fields of a member, and what is included. */
export interface MemberSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The member's nickname. Unique. */
  readonly nickname?: string;
  /** The member's since. */
  readonly since?: string | null;
  /** Whether the member is active. */
  readonly active?: boolean;
  /** What the user may do, by name. */
  readonly role?: "guest" | "organiser";
}

/** The body to replace one member. */
export interface MemberReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The member's nickname. Unique. */
  readonly nickname: string;
  /** The member's since. */
  readonly since?: string | null;
  /** Whether the member is active. */
  readonly active?: boolean;
  /** What the user may do, by name. */
  readonly role?: "guest" | "organiser";
}

/** The body to change some fields of one member. */
export interface MemberPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The member's nickname. Unique. */
  readonly nickname?: string;
  /** The member's since. */
  readonly since?: string | null;
  /** Whether the member is active. */
  readonly active?: boolean;
  /** What the user may do, by name. */
  readonly role?: "guest" | "organiser";
}

/** What a list of members can say. */
export interface MembersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, nickname, since, active, role. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "nickname" | "since" | "active" | "role"
  >;
  /** Filter by nickname. */
  readonly nickname?: string;
  /** Filter by since. Empty stands for null. */
  readonly since?: string | null;
  /** Filter by active. */
  readonly active?: boolean;
  /** Filter by role. */
  readonly role?: "guest" | "organiser";
}

/** What a read of one of the members can say. */
export interface MembersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "nickname" | "since" | "active" | "role"
  >;
}

/** Calls the operations about members. */
export class MembersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List members. */
  async list<const Q extends MembersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Member, MemberSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Member, MemberSelection, Q>>
    >({ method: "GET", path: "/members", query, options });
  }

  /** List members. Goes through all pages, each read when it is needed. */
  listAll<const Q extends MembersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Member, MemberSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Read one member. */
  async get<const Q extends MembersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Member, MemberSelection, Q>> {
    return await this.#caller.send<Selected<Member, MemberSelection, Q>>({
      method: "GET",
      path: `/members/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one member. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends MembersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Member, MemberSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Member, MemberSelection, Q>
    >({ method: "GET", path: `/members/${segment(id)}`, query, options });
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

  /** Retire a member: sets active to false. */
  async retire(id: string, options: ConditionalOptions = {}): Promise<Member> {
    return await this.#caller.send<Member>({
      method: "POST",
      path: `/members/${segment(id)}/retire`,
      options,
    });
  }
}
