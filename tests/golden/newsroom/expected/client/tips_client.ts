/**
 * The part of the client about tips.
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
import type { User } from "./auth_client.ts";

/** Sent in by anybody. */
export interface Tip {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The tip's text. */
  readonly text: string;
  /** The user that is the tip's sender. Cannot be changed after creation. */
  readonly senderId: string | null;
}

/** Some fields of a tip, and what is included. */
export interface TipSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The tip's text. */
  readonly text?: string;
  /** The user that is the tip's sender. Cannot be changed after creation. */
  readonly senderId?: string | null;
  /** Only if included: its user, or null where there is none that whoever asks may read. */
  readonly sender?: User | null;
}

/** The body to create a tip. */
export interface TipCreate {
  /** The tip's text. */
  readonly text: string;
  /** The user that is the tip's sender. Cannot be changed after creation. */
  readonly senderId?: string | null;
}

/** The body to replace one tip. */
export interface TipReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The tip's text. */
  readonly text: string;
  /** The user that is the tip's sender. Cannot be changed after creation. */
  readonly senderId?: string | null;
}

/** The body to change some fields of one tip. */
export interface TipPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The tip's text. */
  readonly text?: string;
  /** The user that is the tip's sender. Cannot be changed after creation. */
  readonly senderId?: string | null;
}

/** What a list of tips can say. */
export interface TipsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, senderId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "text" | "senderId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "sender"[];
  /** Filter by text. */
  readonly text?: string;
  /** Filter by senderId. Empty stands for null. */
  readonly senderId?: string | null;
}

/** What a read of one of the tips can say. */
export interface TipsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "text" | "senderId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "sender"[];
}

/** Calls the operations about tips. */
export class TipsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tips. */
  async list<const Q extends TipsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Tip, TipSelection, Q>>> {
    return await this.#caller.send<CursorPage<Selected<Tip, TipSelection, Q>>>({
      method: "GET",
      path: "/tips",
      query,
      options,
    });
  }

  /** List tips. Goes through all pages, each read when it is needed. */
  listAll<const Q extends TipsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Tip, TipSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a tip. */
  async create(body: TipCreate, options: CallOptions = {}): Promise<Tip> {
    return await this.#caller.send<Tip>({
      method: "POST",
      path: "/tips",
      body,
      options,
    });
  }

  /** Read one tip. */
  async get<const Q extends TipsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Tip, TipSelection, Q>> {
    return await this.#caller.send<Selected<Tip, TipSelection, Q>>({
      method: "GET",
      path: `/tips/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one tip. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends TipsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Tip, TipSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Tip, TipSelection, Q>>({
      method: "GET",
      path: `/tips/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one tip. */
  async replace(
    id: string,
    body: TipReplace,
    options: ConditionalOptions = {},
  ): Promise<Tip> {
    return await this.#caller.send<Tip>({
      method: "PUT",
      path: `/tips/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one tip. */
  async patch(
    id: string,
    body: TipPatch,
    options: ConditionalOptions = {},
  ): Promise<Tip> {
    return await this.#caller.send<Tip>({
      method: "PATCH",
      path: `/tips/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one tip. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/tips/${segment(id)}`,
      options,
    });
  }
}
