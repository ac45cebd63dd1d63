/**
 * The part of the client about posts.
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
import type { Comment } from "./comments_client.ts";

/** A post of the system. */
export interface Post {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The post's title. Unique. */
  readonly title: string;
  /** The post's body. */
  readonly body: string | null;
  /** The post's status. */
  readonly status: "draft" | "published" | "archived";
}

/** Some fields of a post, and what is included. */
export interface PostSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The post's title. Unique. */
  readonly title?: string;
  /** The post's body. */
  readonly body?: string | null;
  /** The post's status. */
  readonly status?: "draft" | "published" | "archived";
  /** Only if included: its comments in their order, at most 200, or 20 of each in a list. */
  readonly comments?: readonly Comment[];
}

/** The body to create a post. */
export interface PostCreate {
  /** The post's title. Unique. */
  readonly title: string;
  /** The post's body. */
  readonly body?: string | null;
  /** The post's status. */
  readonly status?: "draft" | "published" | "archived";
}

/** The body to replace one post. */
export interface PostReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The post's title. Unique. */
  readonly title: string;
  /** The post's body. */
  readonly body?: string | null;
  /** The post's status. */
  readonly status?: "draft" | "published" | "archived";
}

/** The body to change some fields of one post. */
export interface PostPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The post's title. Unique. */
  readonly title?: string;
  /** The post's body. */
  readonly body?: string | null;
  /** The post's status. */
  readonly status?: "draft" | "published" | "archived";
}

/** What a list of posts can say. */
export interface PostsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, status. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "body" | "status"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "comments"[];
  /** Filter by title. */
  readonly title?: string;
  /** Filter by body. Empty stands for null. */
  readonly body?: string | null;
  /** Filter by status. */
  readonly status?: "draft" | "published" | "archived";
}

/** What a read of one of the posts can say. */
export interface PostsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "body" | "status"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "comments"[];
}

/** Calls the operations about posts. */
export class PostsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List posts. */
  async list<const Q extends PostsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Post, PostSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Post, PostSelection, Q>>
    >({ method: "GET", path: "/posts", query, options });
  }

  /** List posts. Goes through all pages, each read when it is needed. */
  listAll<const Q extends PostsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Post, PostSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a post. */
  async create(body: PostCreate, options: CallOptions = {}): Promise<Post> {
    return await this.#caller.send<Post>({
      method: "POST",
      path: "/posts",
      body,
      options,
    });
  }

  /** Read one post. */
  async get<const Q extends PostsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Post, PostSelection, Q>> {
    return await this.#caller.send<Selected<Post, PostSelection, Q>>({
      method: "GET",
      path: `/posts/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one post. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends PostsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Post, PostSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Post, PostSelection, Q>>({
      method: "GET",
      path: `/posts/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one post. */
  async replace(
    id: string,
    body: PostReplace,
    options: ConditionalOptions = {},
  ): Promise<Post> {
    return await this.#caller.send<Post>({
      method: "PUT",
      path: `/posts/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one post. */
  async patch(
    id: string,
    body: PostPatch,
    options: ConditionalOptions = {},
  ): Promise<Post> {
    return await this.#caller.send<Post>({
      method: "PATCH",
      path: `/posts/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one post. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/posts/${segment(id)}`,
      options,
    });
  }

  /** Publish a post: sets status to published. */
  async publish(id: string, options: ConditionalOptions = {}): Promise<Post> {
    return await this.#caller.send<Post>({
      method: "POST",
      path: `/posts/${segment(id)}/publish`,
      options,
    });
  }

  /** Archive a post: sets status to archived. */
  async archive(id: string, options: ConditionalOptions = {}): Promise<Post> {
    return await this.#caller.send<Post>({
      method: "POST",
      path: `/posts/${segment(id)}/archive`,
      options,
    });
  }
}
