/**
 * The part of the client about tags.
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

/** A tag of the system. */
export interface Tag {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The tag's handle. Unique. Made of label at creation, with a number when it is taken. */
  readonly handle: string;
  /** The tag's label. Unique. */
  readonly label: string;
}

/** Some fields of a tag, and what is included. */
export interface TagSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The tag's handle. Unique. Made of label at creation, with a number when it is taken. */
  readonly handle?: string;
  /** The tag's label. Unique. */
  readonly label?: string;
}

/** The body to create a tag. */
export interface TagCreate {
  /** The tag's label. Unique. */
  readonly label: string;
}

/** The body to replace one tag. */
export interface TagReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The tag's handle. Unique. Made of label at creation, with a number when it is taken. */
  readonly handle?: string;
  /** The tag's label. Unique. */
  readonly label: string;
}

/** What a list of tags can say. */
export interface TagsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, handle, label. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "handle" | "label"
  >;
  /** Filter by handle. */
  readonly handle?: string;
  /** Filter by label. */
  readonly label?: string;
}

/** What a read of one of the tags can say. */
export interface TagsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "handle" | "label"
  >;
}

/** Calls the operations about tags. */
export class TagsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tags. */
  async list<const Q extends TagsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Tag, TagSelection, Q>>> {
    return await this.#caller.send<CursorPage<Selected<Tag, TagSelection, Q>>>({
      method: "GET",
      path: "/tags",
      query,
      options,
    });
  }

  /** List tags. Goes through all pages, each read when it is needed. */
  listAll<const Q extends TagsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Tag, TagSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a tag. */
  async create(body: TagCreate, options: CallOptions = {}): Promise<Tag> {
    return await this.#caller.send<Tag>({
      method: "POST",
      path: "/tags",
      body,
      options,
    });
  }

  /** Read one tag. */
  async get<const Q extends TagsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Tag, TagSelection, Q>> {
    return await this.#caller.send<Selected<Tag, TagSelection, Q>>({
      method: "GET",
      path: `/tags/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one tag. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends TagsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Tag, TagSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Tag, TagSelection, Q>>({
      method: "GET",
      path: `/tags/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one tag. */
  async replace(
    id: string,
    body: TagReplace,
    options: ConditionalOptions = {},
  ): Promise<Tag> {
    return await this.#caller.send<Tag>({
      method: "PUT",
      path: `/tags/${segment(id)}`,
      body,
      options,
    });
  }
}
