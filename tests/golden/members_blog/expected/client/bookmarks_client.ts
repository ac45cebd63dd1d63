/**
 * The part of the client about bookmarks.
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
import type { User } from "./auth_client.ts";

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

/** Some fields of a bookmark, and what is included. */
export interface BookmarkSelection {
  /** Set by the server. */
  readonly id: string;
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
  /** Only if included: its user, or null where there is none that whoever asks may read. */
  readonly owner?: User | null;
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "link" | "ownerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "owner"[];
  /** Filter by title. */
  readonly title?: string;
  /** Filter by link. Empty stands for null. */
  readonly link?: string | null;
  /** Filter by ownerId. */
  readonly ownerId?: string;
}

/** What a read of one of the bookmarks can say. */
export interface BookmarksGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "link" | "ownerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "owner"[];
}

/** Calls the operations about bookmarks. */
export class BookmarksClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List bookmarks. */
  async list<const Q extends BookmarksQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Bookmark, BookmarkSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Bookmark, BookmarkSelection, Q>>
    >({ method: "GET", path: "/bookmarks", query, options });
  }

  /** List bookmarks. Goes through all pages, each read when it is needed. */
  listAll<const Q extends BookmarksQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Bookmark, BookmarkSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends BookmarksGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Bookmark, BookmarkSelection, Q>> {
    return await this.#caller.send<Selected<Bookmark, BookmarkSelection, Q>>({
      method: "GET",
      path: `/bookmarks/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one bookmark. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends BookmarksGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Bookmark, BookmarkSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Bookmark, BookmarkSelection, Q>
    >({ method: "GET", path: `/bookmarks/${segment(id)}`, query, options });
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
