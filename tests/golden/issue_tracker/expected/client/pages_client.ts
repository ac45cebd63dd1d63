/**
 * The part of the client about pages.
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

/** A page of the system. */
export interface PageEntity {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The page's title. */
  readonly title: string;
  /** The page's slug. Unique. Made of title at creation and when that changes, with a number when it is taken. */
  readonly slug: string;
}

/** What is answered about pages. */
export interface PageEntityPage {
  /** The items. */
  readonly items: readonly PageEntity[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a page. */
export interface PageEntityCreate {
  /** The page's title. */
  readonly title: string;
}

/** The body to replace one page. */
export interface PageEntityReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The page's title. */
  readonly title: string;
  /** The page's slug. Unique. Made of title at creation and when that changes, with a number when it is taken. */
  readonly slug?: string;
}

/** The body to change some fields of one page. */
export interface PageEntityPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The page's title. */
  readonly title?: string;
  /** The page's slug. Unique. Made of title at creation and when that changes, with a number when it is taken. */
  readonly slug?: string;
}

/** What a list of pages can say. */
export interface PagesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, slug. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by title. */
  readonly title?: string;
  /** Filter by slug. */
  readonly slug?: string;
}

/** Calls the operations about pages. */
export class PagesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List pages. */
  async list(
    query: PagesQuery = {},
    options: CallOptions = {},
  ): Promise<PageEntityPage> {
    return await this.#caller.send<PageEntityPage>({
      method: "GET",
      path: "/pages",
      query,
      options,
    });
  }

  /** List pages. Goes through all pages, each read when it is needed. */
  listAll(
    query: PagesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<PageEntity, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a page. */
  async create(
    body: PageEntityCreate,
    options: CallOptions = {},
  ): Promise<PageEntity> {
    return await this.#caller.send<PageEntity>({
      method: "POST",
      path: "/pages",
      body,
      options,
    });
  }

  /** Read one page. */
  async get(id: string, options: ConditionalOptions = {}): Promise<PageEntity> {
    return await this.#caller.send<PageEntity>({
      method: "GET",
      path: `/pages/${segment(id)}`,
      options,
    });
  }

  /** Read one page. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<PageEntity | undefined> {
    return await this.#caller.sendIfChanged<PageEntity>({
      method: "GET",
      path: `/pages/${segment(id)}`,
      options,
    });
  }

  /** Replace one page. */
  async replace(
    id: string,
    body: PageEntityReplace,
    options: ConditionalOptions = {},
  ): Promise<PageEntity> {
    return await this.#caller.send<PageEntity>({
      method: "PUT",
      path: `/pages/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one page. */
  async patch(
    id: string,
    body: PageEntityPatch,
    options: ConditionalOptions = {},
  ): Promise<PageEntity> {
    return await this.#caller.send<PageEntity>({
      method: "PATCH",
      path: `/pages/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one page. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/pages/${segment(id)}`,
      options,
    });
  }
}
