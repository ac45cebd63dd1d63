/**
 * The part of the client about books.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  eachByOffset,
  segment,
} from "../kit/api_client_runtime.ts";
import type { Person } from "./people_client.ts";

/** A book of the system. */
export interface Book {
  /** The book's slug. Unique. Made of title at creation, with a number when it is taken. */
  readonly slug: string;
  /** The book's title. */
  readonly title: string;
  /** The book's about. */
  readonly about: string | null;
  /** The book's tags. */
  readonly tags: readonly string[];
  /** Set by the server. */
  readonly createdAt: string;
  /** Whether whoever asks has set the mark want; false for who is not signed in. */
  readonly wanted: boolean;
  /** How many there are of the kind book want. */
  readonly wantsCount: number;
  /** How many there are of the kind review. */
  readonly reviewCount: number;
  /** The added by. */
  readonly addedBy: Person;
}

/** The body to create a book. */
export interface BookCreate {
  /** The book's title. */
  readonly title: string;
  /** The book's about. */
  readonly about?: string | null;
  /** The book's tags. */
  readonly tags?: readonly string[];
  /** The reader that is the book's added by. Cannot be changed after creation. */
  readonly addedById?: string;
}

/** The body to change some fields of a book. */
export interface BookPatch {
  /** The book's title. */
  readonly title?: string;
  /** The book's about. */
  readonly about?: string | null;
  /** The book's tags. */
  readonly tags?: readonly string[];
  /** The reader that is the book's added by. Cannot be changed after creation. */
  readonly addedById?: string;
}

/** A page of books. */
export interface BooksPage {
  /** The books. */
  readonly books: readonly Book[];
  /** How many there are on all pages. */
  readonly booksCount: number;
}

/** What a list of books can say. */
export interface BooksQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of createdAt, slug, title. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this tags. */
  readonly tag?: string;
  /** Only what belongs to the reader with this name. */
  readonly addedBy?: string;
  /** Only what the reader with this name has marked. */
  readonly wantedBy?: string;
}

/** Calls the operations about books. */
export class BooksClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** The list "mine" of books. */
  async listMine(
    query: BooksQuery = {},
    options: CallOptions = {},
  ): Promise<BooksPage> {
    return await this.#caller.send<BooksPage>({
      method: "GET",
      path: "/api/books/mine",
      query,
      options,
    });
  }

  /** The list "mine" of books. Goes through all pages, each read when it is needed. */
  listAllMine(
    query: BooksQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Book, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.listMine({ ...query, offset }, options);
      return { items: page.books, total: page.booksCount };
    });
  }

  /** The list "feed" of books. */
  async listFeed(
    query: BooksQuery = {},
    options: CallOptions = {},
  ): Promise<BooksPage> {
    return await this.#caller.send<BooksPage>({
      method: "GET",
      path: "/api/books/feed",
      query,
      options,
    });
  }

  /** The list "feed" of books. Goes through all pages, each read when it is needed. */
  listAllFeed(
    query: BooksQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Book, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.listFeed({ ...query, offset }, options);
      return { items: page.books, total: page.booksCount };
    });
  }

  /** List books. */
  async list(
    query: BooksQuery = {},
    options: CallOptions = {},
  ): Promise<BooksPage> {
    return await this.#caller.send<BooksPage>({
      method: "GET",
      path: "/api/books",
      query,
      options,
    });
  }

  /** List books. Goes through all pages, each read when it is needed. */
  listAll(
    query: BooksQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Book, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.books, total: page.booksCount };
    });
  }

  /** Create a book. */
  async create(body: BookCreate, options: CallOptions = {}): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "POST",
      path: "/api/books",
      body: { book: body },
      under: "book",
      options,
    });
  }

  /** Read a book. */
  async get(slug: string, options: ConditionalOptions = {}): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "GET",
      path: `/api/books/${segment(slug)}`,
      under: "book",
      options,
    });
  }

  /** Change some fields of a book. */
  async patch(
    slug: string,
    body: BookPatch,
    options: ConditionalOptions = {},
  ): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "PUT",
      path: `/api/books/${segment(slug)}`,
      body: { book: body },
      under: "book",
      options,
    });
  }

  /** Delete a book. */
  async delete(slug: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/books/${segment(slug)}`,
      options,
    });
  }

  /** Set the mark "want" on a book. */
  async setWant(slug: string, options: CallOptions = {}): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "POST",
      path: `/api/books/${segment(slug)}/want`,
      under: "book",
      options,
    });
  }

  /** Take the mark "want" back from a book. */
  async takeWant(slug: string, options: CallOptions = {}): Promise<Book> {
    return await this.#caller.send<Book>({
      method: "DELETE",
      path: `/api/books/${segment(slug)}/want`,
      under: "book",
      options,
    });
  }
}
