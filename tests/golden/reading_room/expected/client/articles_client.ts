/**
 * The part of the client about articles.
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

/** Something to read. */
export interface Article {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The article's title. */
  readonly title: string;
  /** The article's body. */
  readonly body: string | null;
  /** The article's status. */
  readonly status: "draft" | "published";
  /** The article's edits. */
  readonly edits: number;
  /** The article's reading minutes. Worked out by the server. */
  readonly readingMinutes: number;
  /** The article's teaser. Worked out by the server. */
  readonly teaser: string | null;
  /** The user that is the article's author. Cannot be changed after creation. */
  readonly authorId: string;
}

/** What is answered about articles. */
export interface ArticlePage {
  /** The items. */
  readonly items: readonly Article[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create an article. */
export interface ArticleCreate {
  /** The article's title. */
  readonly title: string;
  /** The article's body. */
  readonly body?: string | null;
  /** The article's status. */
  readonly status?: "draft" | "published";
  /** The user that is the article's author. Cannot be changed after creation. */
  readonly authorId?: string;
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
  /** The article's body. */
  readonly body?: string | null;
  /** The article's status. */
  readonly status?: "draft" | "published";
  /** The article's edits. */
  readonly edits?: number;
  /** The article's reading minutes. Worked out by the server. */
  readonly readingMinutes?: number;
  /** The article's teaser. Worked out by the server. */
  readonly teaser?: string | null;
  /** The user that is the article's author. Cannot be changed after creation. */
  readonly authorId?: string;
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
  /** The article's body. */
  readonly body?: string | null;
  /** The article's status. */
  readonly status?: "draft" | "published";
  /** The article's edits. */
  readonly edits?: number;
  /** The article's reading minutes. Worked out by the server. */
  readonly readingMinutes?: number;
  /** The article's teaser. Worked out by the server. */
  readonly teaser?: string | null;
  /** The user that is the article's author. Cannot be changed after creation. */
  readonly authorId?: string;
}

/** What a list of articles can say. */
export interface ArticlesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, status, edits, readingMinutes, teaser, authorId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by title. */
  readonly title?: string;
  /** Filter by body. Empty stands for null. */
  readonly body?: string | null;
  /** Filter by status. */
  readonly status?: "draft" | "published";
  /** Filter by edits. */
  readonly edits?: number;
  /** Filter by readingMinutes. */
  readonly readingMinutes?: number;
  /** Filter by teaser. Empty stands for null. */
  readonly teaser?: string | null;
  /** Filter by authorId. */
  readonly authorId?: string;
}

/** Calls the operations about articles. */
export class ArticlesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List articles. */
  async list(
    query: ArticlesQuery = {},
    options: CallOptions = {},
  ): Promise<ArticlePage> {
    return await this.#caller.send<ArticlePage>({
      method: "GET",
      path: "/articles",
      query,
      options,
    });
  }

  /** List articles. Goes through all pages, each read when it is needed. */
  listAll(
    query: ArticlesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Article, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Article> {
    return await this.#caller.send<Article>({
      method: "GET",
      path: `/articles/${segment(id)}`,
      options,
    });
  }

  /** Read one article. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Article | undefined> {
    return await this.#caller.sendIfChanged<Article>({
      method: "GET",
      path: `/articles/${segment(id)}`,
      options,
    });
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

  /** Publish an article: sets status to published. */
  async publish(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Article> {
    return await this.#caller.send<Article>({
      method: "POST",
      path: `/articles/${segment(id)}/publish`,
      options,
    });
  }
}
