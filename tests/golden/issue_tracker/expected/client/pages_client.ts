/**
 * The part of the client about pages.
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

/** Some fields of a page, and what is included. */
export interface PageEntitySelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The page's title. */
  readonly title?: string;
  /** The page's slug. Unique. Made of title at creation and when that changes, with a number when it is taken. */
  readonly slug?: string;
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "slug"
  >;
  /** Filter by title. */
  readonly title?: string;
  /** Filter by slug. */
  readonly slug?: string;
}

/** What a read of one of the pages can say. */
export interface PagesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "slug"
  >;
}

/** Calls the operations about pages. */
export class PagesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List pages. */
  async list<const Q extends PagesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<PageEntity, PageEntitySelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<PageEntity, PageEntitySelection, Q>>
    >({ method: "GET", path: "/pages", query, options });
  }

  /** List pages. Goes through all pages, each read when it is needed. */
  listAll<const Q extends PagesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<PageEntity, PageEntitySelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends PagesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<PageEntity, PageEntitySelection, Q>> {
    return await this.#caller.send<
      Selected<PageEntity, PageEntitySelection, Q>
    >({ method: "GET", path: `/pages/${segment(id)}`, query, options });
  }

  /** Read one page. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends PagesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<PageEntity, PageEntitySelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<PageEntity, PageEntitySelection, Q>
    >({ method: "GET", path: `/pages/${segment(id)}`, query, options });
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
