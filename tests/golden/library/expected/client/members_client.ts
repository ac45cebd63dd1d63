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
import type { Loan } from "./loans_client.ts";

/** A member of the system. */
export interface Member {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The member's name. */
  readonly name: string;
  /** The member's email. Unique, whatever its case. */
  readonly email: string | null;
  /** The member's phone. */
  readonly phone: string | null;
  /** The member's joined date. */
  readonly joinedDate: string | null;
}

/** Some fields of a member, and what is included. */
export interface MemberSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The member's name. */
  readonly name?: string;
  /** The member's email. Unique, whatever its case. */
  readonly email?: string | null;
  /** The member's phone. */
  readonly phone?: string | null;
  /** The member's joined date. */
  readonly joinedDate?: string | null;
  /** Only if included: its loans in their order, at most 200, or 20 of each in a list. */
  readonly loans?: readonly Loan[];
}

/** The body to create a member. */
export interface MemberCreate {
  /** The member's name. */
  readonly name: string;
  /** The member's email. Unique, whatever its case. */
  readonly email?: string | null;
  /** The member's phone. */
  readonly phone?: string | null;
  /** The member's joined date. */
  readonly joinedDate?: string | null;
}

/** The body to replace one member. */
export interface MemberReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The member's name. */
  readonly name: string;
  /** The member's email. Unique, whatever its case. */
  readonly email?: string | null;
  /** The member's phone. */
  readonly phone?: string | null;
  /** The member's joined date. */
  readonly joinedDate?: string | null;
}

/** The body to change some fields of one member. */
export interface MemberPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The member's name. */
  readonly name?: string;
  /** The member's email. Unique, whatever its case. */
  readonly email?: string | null;
  /** The member's phone. */
  readonly phone?: string | null;
  /** The member's joined date. */
  readonly joinedDate?: string | null;
}

/** What a list of members can say. */
export interface MembersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name, email, phone, joinedDate. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "email" | "phone" | "joinedDate"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "loans"[];
  /** Filter by name. */
  readonly name?: string;
  /** Filter by email. Empty stands for null. */
  readonly email?: string | null;
  /** Filter by phone. Empty stands for null. */
  readonly phone?: string | null;
  /** Filter by joinedDate. Empty stands for null. */
  readonly joinedDate?: string | null;
}

/** What a read of one of the members can say. */
export interface MembersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "email" | "phone" | "joinedDate"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "loans"[];
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
}
