/**
 * The part of the client about notices.
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

/** A notice of the system. */
export interface Notice {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The notice's text. */
  readonly text: string;
  /** Whether the notice is draft. */
  readonly draft: boolean;
}

/** What is answered about notices. */
export interface NoticePage {
  /** The items. */
  readonly items: readonly Notice[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a notice. */
export interface NoticeCreate {
  /** The notice's text. */
  readonly text: string;
  /** Whether the notice is draft. */
  readonly draft?: boolean;
}

/** The body to replace one notice. */
export interface NoticeReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The notice's text. */
  readonly text: string;
  /** Whether the notice is draft. */
  readonly draft?: boolean;
}

/** The body to change some fields of one notice. */
export interface NoticePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The notice's text. */
  readonly text?: string;
  /** Whether the notice is draft. */
  readonly draft?: boolean;
}

/** What a list of notices can say. */
export interface NoticesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, draft. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by text. */
  readonly text?: string;
  /** Filter by draft. */
  readonly draft?: boolean;
}

/** Calls the operations about notices. */
export class NoticesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List notices. */
  async list(
    query: NoticesQuery = {},
    options: CallOptions = {},
  ): Promise<NoticePage> {
    return await this.#caller.send<NoticePage>({
      method: "GET",
      path: "/notices",
      query,
      options,
    });
  }

  /** List notices. Goes through all pages, each read when it is needed. */
  listAll(
    query: NoticesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Notice, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a notice. */
  async create(body: NoticeCreate, options: CallOptions = {}): Promise<Notice> {
    return await this.#caller.send<Notice>({
      method: "POST",
      path: "/notices",
      body,
      options,
    });
  }

  /** Read one notice. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Notice> {
    return await this.#caller.send<Notice>({
      method: "GET",
      path: `/notices/${segment(id)}`,
      options,
    });
  }

  /** Read one notice. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Notice | undefined> {
    return await this.#caller.sendIfChanged<Notice>({
      method: "GET",
      path: `/notices/${segment(id)}`,
      options,
    });
  }

  /** Replace one notice. */
  async replace(
    id: string,
    body: NoticeReplace,
    options: ConditionalOptions = {},
  ): Promise<Notice> {
    return await this.#caller.send<Notice>({
      method: "PUT",
      path: `/notices/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one notice. */
  async patch(
    id: string,
    body: NoticePatch,
    options: ConditionalOptions = {},
  ): Promise<Notice> {
    return await this.#caller.send<Notice>({
      method: "PATCH",
      path: `/notices/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one notice. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/notices/${segment(id)}`,
      options,
    });
  }
}
