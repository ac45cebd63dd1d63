/**
 * The part of the client about groups.
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
import type { EventEntity } from "./events_client.ts";

/** A `group` of * / things ${1 + 1} <%= it %>. */
export interface Group {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** An SQL word; it's 'quoted'. */
  readonly order: number | null;
  /** * / }; Deno.exit(1); /*. */
  readonly select: string;
  /** The group's class. */
  readonly class: "it's" | 'say "hi"' | "`tick`" | "${x}" | "*/";
  /** The group's default. */
  readonly default: string;
  /** Whether the group is new value. */
  readonly newValue: boolean;
}

/** Some fields of a group, and what is included. */
export interface GroupSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** An SQL word; it's 'quoted'. */
  readonly order?: number | null;
  /** * / }; Deno.exit(1); /*. */
  readonly select?: string;
  /** The group's class. */
  readonly class?: "it's" | 'say "hi"' | "`tick`" | "${x}" | "*/";
  /** The group's default. */
  readonly default?: string;
  /** Whether the group is new value. */
  readonly newValue?: boolean;
  /** Only if included: its events in their order, at most 200, or 20 of each in a list. */
  readonly events?: readonly EventEntity[];
}

/** The body to create a group. */
export interface GroupCreate {
  /** An SQL word; it's 'quoted'. */
  readonly order?: number | null;
  /** * / }; Deno.exit(1); /*. */
  readonly select: string;
  /** The group's class. */
  readonly class?: "it's" | 'say "hi"' | "`tick`" | "${x}" | "*/";
  /** The group's default. */
  readonly default?: string;
  /** Whether the group is new value. */
  readonly newValue?: boolean;
}

/** The body to replace one group. */
export interface GroupReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** An SQL word; it's 'quoted'. */
  readonly order?: number | null;
  /** * / }; Deno.exit(1); /*. */
  readonly select: string;
  /** The group's class. */
  readonly class?: "it's" | 'say "hi"' | "`tick`" | "${x}" | "*/";
  /** The group's default. */
  readonly default?: string;
  /** Whether the group is new value. */
  readonly newValue?: boolean;
}

/** The body to change some fields of one group. */
export interface GroupPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** An SQL word; it's 'quoted'. */
  readonly order?: number | null;
  /** * / }; Deno.exit(1); /*. */
  readonly select?: string;
  /** The group's class. */
  readonly class?: "it's" | 'say "hi"' | "`tick`" | "${x}" | "*/";
  /** The group's default. */
  readonly default?: string;
  /** Whether the group is new value. */
  readonly newValue?: boolean;
}

/** What a list of groups can say. */
export interface GroupsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, order, select, class, newValue. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "order"
    | "select"
    | "class"
    | "default"
    | "newValue"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "events"[];
  /** Filter by order. Empty stands for null. */
  readonly order?: number | null;
  /** Filter by select. */
  readonly select?: string;
  /** Filter by class. */
  readonly class?: "it's" | 'say "hi"' | "`tick`" | "${x}" | "*/";
  /** Filter by default. */
  readonly default?: string;
  /** Filter by newValue. */
  readonly newValue?: boolean;
}

/** What a read of one of the groups can say. */
export interface GroupsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "order"
    | "select"
    | "class"
    | "default"
    | "newValue"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "events"[];
}

/** Calls the operations about groups. */
export class GroupsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List groups. */
  async list<const Q extends GroupsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Group, GroupSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Group, GroupSelection, Q>>
    >({ method: "GET", path: "/groups", query, options });
  }

  /** List groups. Goes through all pages, each read when it is needed. */
  listAll<const Q extends GroupsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Group, GroupSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a group. */
  async create(body: GroupCreate, options: CallOptions = {}): Promise<Group> {
    return await this.#caller.send<Group>({
      method: "POST",
      path: "/groups",
      body,
      options,
    });
  }

  /** Read one group. */
  async get<const Q extends GroupsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Group, GroupSelection, Q>> {
    return await this.#caller.send<Selected<Group, GroupSelection, Q>>({
      method: "GET",
      path: `/groups/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one group. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends GroupsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Group, GroupSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Group, GroupSelection, Q>>(
      { method: "GET", path: `/groups/${segment(id)}`, query, options },
    );
  }

  /** Replace one group. */
  async replace(
    id: string,
    body: GroupReplace,
    options: ConditionalOptions = {},
  ): Promise<Group> {
    return await this.#caller.send<Group>({
      method: "PUT",
      path: `/groups/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one group. */
  async patch(
    id: string,
    body: GroupPatch,
    options: ConditionalOptions = {},
  ): Promise<Group> {
    return await this.#caller.send<Group>({
      method: "PATCH",
      path: `/groups/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one group. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/groups/${segment(id)}`,
      options,
    });
  }
}
