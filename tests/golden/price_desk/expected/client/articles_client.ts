/**
 * The part of the client about articles.
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

/** Something to sell. */
export interface Article {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The article's title. */
  readonly title: string;
  /** The price in euros. At most 2 decimal places. */
  readonly price: number;
}

/** Some fields of an article, and what is included. */
export interface ArticleSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The article's title. */
  readonly title?: string;
  /** The price in euros. At most 2 decimal places. */
  readonly price?: number;
}

/** The body to create an article. */
export interface ArticleCreate {
  /** The article's title. */
  readonly title: string;
  /** The price in euros. At most 2 decimal places. */
  readonly price: number;
}

/** The body to replace one article. */
export interface ArticleReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The article's title. */
  readonly title: string;
  /** The price in euros. At most 2 decimal places. */
  readonly price: number;
}

/** The body to change some fields of one article. */
export interface ArticlePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The article's title. */
  readonly title?: string;
  /** The price in euros. At most 2 decimal places. */
  readonly price?: number;
}

/** What a list of articles can say. */
export interface ArticlesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, price. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "price"
  >;
  /** Filter by title. */
  readonly title?: string;
  /** Filter by price. */
  readonly price?: number;
}

/** What a read of one of the articles can say. */
export interface ArticlesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "price"
  >;
}

/** Calls the operations about articles. */
export class ArticlesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List articles. */
  async list<const Q extends ArticlesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Article, ArticleSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Article, ArticleSelection, Q>>
    >({ method: "GET", path: "/articles", query, options });
  }

  /** List articles. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ArticlesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Article, ArticleSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create an article. */
  async create(
    body: ArticleCreate,
    options: CallOptions = {},
  ): Promise<Article> {
    return await this.#caller.send<Article>({
      method: "POST",
      path: "/articles",
      body,
      options,
    });
  }

  /** Read one article. */
  async get<const Q extends ArticlesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Article, ArticleSelection, Q>> {
    return await this.#caller.send<Selected<Article, ArticleSelection, Q>>({
      method: "GET",
      path: `/articles/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one article. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ArticlesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Article, ArticleSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Article, ArticleSelection, Q>
    >({ method: "GET", path: `/articles/${segment(id)}`, query, options });
  }

  /** Replace one article. */
  async replace(
    id: string,
    body: ArticleReplace,
    options: ConditionalOptions = {},
  ): Promise<Article> {
    return await this.#caller.send<Article>({
      method: "PUT",
      path: `/articles/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one article. */
  async patch(
    id: string,
    body: ArticlePatch,
    options: ConditionalOptions = {},
  ): Promise<Article> {
    return await this.#caller.send<Article>({
      method: "PATCH",
      path: `/articles/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one article. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/articles/${segment(id)}`,
      options,
    });
  }
}
