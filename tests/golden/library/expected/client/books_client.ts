/**
 * The part of the client about books.
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

/** What is answered about books. */
export interface BookPage {
  /** The items. */
  readonly items: readonly Book[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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

/** Calls the operations about books. */
export class BooksClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List books. */
  async list(
    query: BooksQuery = {},
    options: CallOptions = {},
  ): Promise<BookPage> {
    return await this.#caller.send<BookPage>({
      method: "GET",
      path: "/books",
      query,
      options,
    });
  }

  /** List books. Goes through all pages, each read when it is needed. */
  listAll(
    query: BooksQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Book, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "GET",
      path: `/books/${segment(id)}`,
      options,
    });
  }

  /** Read one book. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Book | undefined> {
    return await this.#caller.sendIfChanged<Book>({
      method: "GET",
      path: `/books/${segment(id)}`,
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
