/**
 * The part of the client about comments.
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

/** A comment of the system. */
export interface Comment {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The comment's text. */
  readonly text: string;
  /** The article that the comment belongs to. */
  readonly articleId: string;
  /** The user that is the comment's writer. Cannot be changed after creation. */
  readonly writerId: string;
}

/** What is answered about comments. */
export interface CommentPage {
  /** The items. */
  readonly items: readonly Comment[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a comment. */
export interface CommentCreate {
  /** The comment's text. */
  readonly text: string;
  /** The article that the comment belongs to. */
  readonly articleId: string;
  /** The user that is the comment's writer. Cannot be changed after creation. */
  readonly writerId?: string;
}

/** What a list of comments can say. */
export interface CommentsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, articleId, writerId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by text. */
  readonly text?: string;
  /** Filter by articleId. */
  readonly articleId?: string;
  /** Filter by writerId. */
  readonly writerId?: string;
}

/** Calls the operations about comments. */
export class CommentsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List comments. */
  async list(
    query: CommentsQuery = {},
    options: CallOptions = {},
  ): Promise<CommentPage> {
    return await this.#caller.send<CommentPage>({
      method: "GET",
      path: "/comments",
      query,
      options,
    });
  }

  /** List comments. Goes through all pages, each read when it is needed. */
  listAll(
    query: CommentsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Comment, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a comment. */
  async create(
    body: CommentCreate,
    options: CallOptions = {},
  ): Promise<Comment> {
    return await this.#caller.send<Comment>({
      method: "POST",
      path: "/comments",
      body,
      options,
    });
  }

  /** Read one comment. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Comment> {
    return await this.#caller.send<Comment>({
      method: "GET",
      path: `/comments/${segment(id)}`,
      options,
    });
  }

  /** Read one comment. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Comment | undefined> {
    return await this.#caller.sendIfChanged<Comment>({
      method: "GET",
      path: `/comments/${segment(id)}`,
      options,
    });
  }

  /** Delete one comment. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/comments/${segment(id)}`,
      options,
    });
  }
}
