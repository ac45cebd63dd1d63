/**
 * The part of the client about announcements.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type CursorPage,
  eachByCursor,
  type Selected,
} from "../kit/api_client_runtime.ts";

/** An announcement of the system. */
export interface Announcement {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The announcement's text. */
  readonly text: string | null;
}

/** Some fields of an announcement, and what is included. */
export interface AnnouncementSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The announcement's text. */
  readonly text?: string | null;
}

/** What a list of announcements can say. */
export interface AnnouncementsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "text">;
  /** Filter by text. Empty stands for null. */
  readonly text?: string | null;
}

/** Calls the operations about announcements. */
export class AnnouncementsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List announcements. */
  async list<const Q extends AnnouncementsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Announcement, AnnouncementSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Announcement, AnnouncementSelection, Q>>
    >({ method: "GET", path: "/announcements", query, options });
  }

  /** List announcements. Goes through all pages, each read when it is needed. */
  listAll<const Q extends AnnouncementsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<
    Selected<Announcement, AnnouncementSelection, Q>,
    void,
    void
  > {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }
}
