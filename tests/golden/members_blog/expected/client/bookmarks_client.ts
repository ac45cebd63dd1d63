/**
 * The part of the client about bookmarks.
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

/** A bookmark of the system. */
export interface Bookmark {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The bookmark's title. */
  readonly title: string;
  /** The bookmark's link. */
  readonly link: string | null;
  /** The user that is the bookmark's owner. Cannot be changed after creation. */
  readonly ownerId: string;
}

/** What is answered about bookmarks. */
export interface BookmarkPage {
  /** The items. */
  readonly items: readonly Bookmark[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a bookmark. */
export interface BookmarkCreate {
  /** The bookmark's title. */
  readonly title: string;
  /** The bookmark's link. */
  readonly link?: string | null;
  /** The user that is the bookmark's owner. Cannot be changed after creation. */
  readonly ownerId?: string;
}

/** The body to replace one bookmark. */
export interface BookmarkReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The bookmark's title. */
  readonly title: string;
  /** The bookmark's link. */
  readonly link?: string | null;
  /** The user that is the bookmark's owner. Cannot be changed after creation. */
  readonly ownerId?: string;
}

/** The body to change some fields of one bookmark. */
export interface BookmarkPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The bookmark's title. */
  readonly title?: string;
  /** The bookmark's link. */
  readonly link?: string | null;
  /** The user that is the bookmark's owner. Cannot be changed after creation. */
  readonly ownerId?: string;
}

/** What a list of bookmarks can say. */
export interface BookmarksQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, ownerId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by title. */
  readonly title?: string;
  /** Filter by link. Empty stands for null. */
  readonly link?: string | null;
  /** Filter by ownerId. */
  readonly ownerId?: string;
}

/** Calls the operations about bookmarks. */
export class BookmarksClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List bookmarks. */
  async list(
    query: BookmarksQuery = {},
    options: CallOptions = {},
  ): Promise<BookmarkPage> {
    return await this.#caller.send<BookmarkPage>({
      method: "GET",
      path: "/bookmarks",
      query,
      options,
    });
  }

  /** List bookmarks. Goes through all pages, each read when it is needed. */
  listAll(
    query: BookmarksQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Bookmark, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a bookmark. */
  async create(
    body: BookmarkCreate,
    options: CallOptions = {},
  ): Promise<Bookmark> {
    return await this.#caller.send<Bookmark>({
      method: "POST",
      path: "/bookmarks",
      body,
      options,
    });
  }

  /** Read one bookmark. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Bookmark> {
    return await this.#caller.send<Bookmark>({
      method: "GET",
      path: `/bookmarks/${segment(id)}`,
      options,
    });
  }

  /** Read one bookmark. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Bookmark | undefined> {
    return await this.#caller.sendIfChanged<Bookmark>({
      method: "GET",
      path: `/bookmarks/${segment(id)}`,
      options,
    });
  }

  /** Replace one bookmark. */
  async replace(
    id: string,
    body: BookmarkReplace,
    options: ConditionalOptions = {},
  ): Promise<Bookmark> {
    return await this.#caller.send<Bookmark>({
      method: "PUT",
      path: `/bookmarks/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one bookmark. */
  async patch(
    id: string,
    body: BookmarkPatch,
    options: ConditionalOptions = {},
  ): Promise<Bookmark> {
    return await this.#caller.send<Bookmark>({
      method: "PATCH",
      path: `/bookmarks/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one bookmark. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/bookmarks/${segment(id)}`,
      options,
    });
  }
}
