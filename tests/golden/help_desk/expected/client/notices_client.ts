/**
 * The part of the client about notices.
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

/** Some fields of a notice, and what is included. */
export interface NoticeSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The notice's text. */
  readonly text?: string;
  /** Whether the notice is draft. */
  readonly draft?: boolean;
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "text" | "draft"
  >;
  /** Filter by text. */
  readonly text?: string;
  /** Filter by draft. */
  readonly draft?: boolean;
}

/** What a read of one of the notices can say. */
export interface NoticesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "text" | "draft"
  >;
}

/** Calls the operations about notices. */
export class NoticesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List notices. */
  async list<const Q extends NoticesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Notice, NoticeSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Notice, NoticeSelection, Q>>
    >({ method: "GET", path: "/notices", query, options });
  }

  /** List notices. Goes through all pages, each read when it is needed. */
  listAll<const Q extends NoticesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Notice, NoticeSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends NoticesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Notice, NoticeSelection, Q>> {
    return await this.#caller.send<Selected<Notice, NoticeSelection, Q>>({
      method: "GET",
      path: `/notices/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one notice. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends NoticesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Notice, NoticeSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Notice, NoticeSelection, Q>
    >({ method: "GET", path: `/notices/${segment(id)}`, query, options });
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
