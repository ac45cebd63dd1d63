/**
 * The part of the client about posts.
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

/** A post of the system. */
export interface Post {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The post's title. */
  readonly title: string;
  /** The post's body. */
  readonly body: string | null;
  /** The post's status. */
  readonly status: "draft" | "published";
  /** The user that the post belongs to. Cannot be changed after creation. */
  readonly userId: string;
}

/** What is answered about posts. */
export interface PostPage {
  /** The items. */
  readonly items: readonly Post[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a post. */
export interface PostCreate {
  /** The post's title. */
  readonly title: string;
  /** The post's body. */
  readonly body?: string | null;
  /** The post's status. */
  readonly status?: "draft" | "published";
  /** The user that the post belongs to. Cannot be changed after creation. */
  readonly userId?: string;
}

/** The body to replace one post. */
export interface PostReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The post's title. */
  readonly title: string;
  /** The post's body. */
  readonly body?: string | null;
  /** The post's status. */
  readonly status?: "draft" | "published";
  /** The user that the post belongs to. Cannot be changed after creation. */
  readonly userId?: string;
}

/** The body to change some fields of one post. */
export interface PostPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The post's title. */
  readonly title?: string;
  /** The post's body. */
  readonly body?: string | null;
  /** The post's status. */
  readonly status?: "draft" | "published";
  /** The user that the post belongs to. Cannot be changed after creation. */
  readonly userId?: string;
}

/** What a list of posts can say. */
export interface PostsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, status, userId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by title. */
  readonly title?: string;
  /** Filter by body. Empty stands for null. */
  readonly body?: string | null;
  /** Filter by status. */
  readonly status?: "draft" | "published";
  /** Filter by userId. */
  readonly userId?: string;
}

/** Calls the operations about posts. */
export class PostsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List posts. */
  async list(
    query: PostsQuery = {},
    options: CallOptions = {},
  ): Promise<PostPage> {
    return await this.#caller.send<PostPage>({
      method: "GET",
      path: "/posts",
      query,
      options,
    });
  }

  /** List posts. Goes through all pages, each read when it is needed. */
  listAll(
    query: PostsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Post, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Post> {
    return await this.#caller.send<Post>({
      method: "GET",
      path: `/posts/${segment(id)}`,
      options,
    });
  }

  /** Read one post. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Post | undefined> {
    return await this.#caller.sendIfChanged<Post>({
      method: "GET",
      path: `/posts/${segment(id)}`,
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
}
