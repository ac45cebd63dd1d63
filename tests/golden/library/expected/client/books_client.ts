/**
 * The part of the client about books.
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

/** A book of the system. */
export interface Book {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The book's title. */
  readonly title: string;
  /** The book's author. */
  readonly author: string | null;
  /** The book's isbn. Unique. */
  readonly isbn: string | null;
  /** The book's published year. */
  readonly publishedYear: number | null;
  /** The book's number of copies. */
  readonly numberOfCopies: number | null;
}

/** Some fields of a book, and what is included. */
export interface BookSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The book's title. */
  readonly title?: string;
  /** The book's author. */
  readonly author?: string | null;
  /** The book's isbn. Unique. */
  readonly isbn?: string | null;
  /** The book's published year. */
  readonly publishedYear?: number | null;
  /** The book's number of copies. */
  readonly numberOfCopies?: number | null;
  /** Only if included: its loans in their order, at most 200, or 20 of each in a list. */
  readonly loans?: readonly Loan[];
}

/** The body to create a book. */
export interface BookCreate {
  /** The book's title. */
  readonly title: string;
  /** The book's author. */
  readonly author?: string | null;
  /** The book's isbn. Unique. */
  readonly isbn?: string | null;
  /** The book's published year. */
  readonly publishedYear?: number | null;
  /** The book's number of copies. */
  readonly numberOfCopies?: number | null;
}

/** The body to replace one book. */
export interface BookReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The book's title. */
  readonly title: string;
  /** The book's author. */
  readonly author?: string | null;
  /** The book's isbn. Unique. */
  readonly isbn?: string | null;
  /** The book's published year. */
  readonly publishedYear?: number | null;
  /** The book's number of copies. */
  readonly numberOfCopies?: number | null;
}

/** The body to change some fields of one book. */
export interface BookPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The book's title. */
  readonly title?: string;
  /** The book's author. */
  readonly author?: string | null;
  /** The book's isbn. Unique. */
  readonly isbn?: string | null;
  /** The book's published year. */
  readonly publishedYear?: number | null;
  /** The book's number of copies. */
  readonly numberOfCopies?: number | null;
}

/** What a list of books can say. */
export interface BooksQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, author, isbn, publishedYear, numberOfCopies. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "title"
    | "author"
    | "isbn"
    | "publishedYear"
    | "numberOfCopies"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "loans"[];
  /** Filter by title. */
  readonly title?: string;
  /** Filter by author. Empty stands for null. */
  readonly author?: string | null;
  /** Filter by isbn. Empty stands for null. */
  readonly isbn?: string | null;
  /** Filter by publishedYear. Empty stands for null. */
  readonly publishedYear?: number | null;
  /** Filter by numberOfCopies. Empty stands for null. */
  readonly numberOfCopies?: number | null;
}

/** What a read of one of the books can say. */
export interface BooksGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "title"
    | "author"
    | "isbn"
    | "publishedYear"
    | "numberOfCopies"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "loans"[];
}

/** Calls the operations about books. */
export class BooksClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List books. */
  async list<const Q extends BooksQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Book, BookSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Book, BookSelection, Q>>
    >({ method: "GET", path: "/books", query, options });
  }

  /** List books. Goes through all pages, each read when it is needed. */
  listAll<const Q extends BooksQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Book, BookSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a book. */
  async create(body: BookCreate, options: CallOptions = {}): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "POST",
      path: "/books",
      body,
      options,
    });
  }

  /** Read one book. */
  async get<const Q extends BooksGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Book, BookSelection, Q>> {
    return await this.#caller.send<Selected<Book, BookSelection, Q>>({
      method: "GET",
      path: `/books/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one book. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends BooksGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Book, BookSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Book, BookSelection, Q>>({
      method: "GET",
      path: `/books/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one book. */
  async replace(
    id: string,
    body: BookReplace,
    options: ConditionalOptions = {},
  ): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "PUT",
      path: `/books/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one book. */
  async patch(
    id: string,
    body: BookPatch,
    options: ConditionalOptions = {},
  ): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "PATCH",
      path: `/books/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one book. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/books/${segment(id)}`,
      options,
    });
  }
}
