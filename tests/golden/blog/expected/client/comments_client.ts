/**
 * The part of the client about comments.
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
import type { Post } from "./posts_client.ts";

/** A comment of the system. */
export interface Comment {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The comment's author name. */
  readonly authorName: string | null;
  /** The comment's text. */
  readonly text: string | null;
  /** The post that the comment belongs to. */
  readonly postId: string;
}

/** Some fields of a comment, and what is included. */
export interface CommentSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The comment's author name. */
  readonly authorName?: string | null;
  /** The comment's text. */
  readonly text?: string | null;
  /** The post that the comment belongs to. */
  readonly postId?: string;
  /** Only if included: its post, or null where there is none that whoever asks may read. */
  readonly post?: Post | null;
}

/** The body to create a comment. */
export interface CommentCreate {
  /** The comment's author name. */
  readonly authorName?: string | null;
  /** The comment's text. */
  readonly text?: string | null;
  /** The post that the comment belongs to. */
  readonly postId: string;
}

/** What a list of comments can say. */
export interface CommentsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, authorName, postId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "authorName" | "text" | "postId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "post"[];
  /** Filter by authorName. Empty stands for null. */
  readonly authorName?: string | null;
  /** Filter by text. Empty stands for null. */
  readonly text?: string | null;
  /** Filter by postId. */
  readonly postId?: string;
}

/** What a read of one of the comments can say. */
export interface CommentsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "authorName" | "text" | "postId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "post"[];
}

/** Calls the operations about comments. */
export class CommentsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List comments. */
  async list<const Q extends CommentsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Comment, CommentSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Comment, CommentSelection, Q>>
    >({ method: "GET", path: "/comments", query, options });
  }

  /** List comments. Goes through all pages, each read when it is needed. */
  listAll<const Q extends CommentsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Comment, CommentSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends CommentsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Comment, CommentSelection, Q>> {
    return await this.#caller.send<Selected<Comment, CommentSelection, Q>>({
      method: "GET",
      path: `/comments/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one comment. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends CommentsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Comment, CommentSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Comment, CommentSelection, Q>
    >({ method: "GET", path: `/comments/${segment(id)}`, query, options });
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
