/**
 * The part of the client about tags.
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

/** What is answered about tags. */
export interface TagPage {
  /** The items. */
  readonly items: readonly Tag[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by handle. */
  readonly handle?: string;
  /** Filter by label. */
  readonly label?: string;
}

/** Calls the operations about tags. */
export class TagsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tags. */
  async list(
    query: TagsQuery = {},
    options: CallOptions = {},
  ): Promise<TagPage> {
    return await this.#caller.send<TagPage>({
      method: "GET",
      path: "/tags",
      query,
      options,
    });
  }

  /** List tags. Goes through all pages, each read when it is needed. */
  listAll(
    query: TagsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Tag, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Tag> {
    return await this.#caller.send<Tag>({
      method: "GET",
      path: `/tags/${segment(id)}`,
      options,
    });
  }

  /** Read one tag. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Tag | undefined> {
    return await this.#caller.sendIfChanged<Tag>({
      method: "GET",
      path: `/tags/${segment(id)}`,
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
