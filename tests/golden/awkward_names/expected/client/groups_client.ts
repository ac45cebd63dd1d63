/**
 * The part of the client about groups.
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

/** What is answered about groups. */
export interface GroupPage {
  /** The items. */
  readonly items: readonly Group[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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

/** Calls the operations about groups. */
export class GroupsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List groups. */
  async list(
    query: GroupsQuery = {},
    options: CallOptions = {},
  ): Promise<GroupPage> {
    return await this.#caller.send<GroupPage>({
      method: "GET",
      path: "/groups",
      query,
      options,
    });
  }

  /** List groups. Goes through all pages, each read when it is needed. */
  listAll(
    query: GroupsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Group, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Group> {
    return await this.#caller.send<Group>({
      method: "GET",
      path: `/groups/${segment(id)}`,
      options,
    });
  }

  /** Read one group. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Group | undefined> {
    return await this.#caller.sendIfChanged<Group>({
      method: "GET",
      path: `/groups/${segment(id)}`,
      options,
    });
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
