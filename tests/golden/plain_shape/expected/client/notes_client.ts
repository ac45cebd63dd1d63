/**
 * The part of the client about notes.
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
import type { Bill } from "./bills_client.ts";

/** A note of the system. */
export interface Note {
  /** Set by the server. */
  readonly id: string;
  /** The note's text. */
  readonly text: string;
  /** The bill. */
  readonly bill: Bill | null;
}

/** The body to create a note. */
export interface NoteCreate {
  /** The note's text. */
  readonly text: string;
  /** The bill that the note belongs to. */
  readonly billId?: string | null;
}

/** The body to replace a note. */
export interface NoteReplace {
  /** The note's text. */
  readonly text: string;
  /** The bill that the note belongs to. */
  readonly billId?: string | null;
}

/** The body to change some fields of a note. */
export interface NotePatch {
  /** The note's text. */
  readonly text?: string;
  /** The bill that the note belongs to. */
  readonly billId?: string | null;
}

/** A page of notes. */
export interface NotesPage {
  /** The items. */
  readonly items: readonly Note[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** What a list of notes can say. */
export interface NotesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this text. */
  readonly text?: string;
}

/** Calls the operations about notes. */
export class NotesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List notes. */
  async list(
    query: NotesQuery = {},
    options: CallOptions = {},
  ): Promise<NotesPage> {
    return await this.#caller.send<NotesPage>({
      method: "GET",
      path: "/v1/notes",
      query,
      options,
    });
  }

  /** List notes. Goes through all pages, each read when it is needed. */
  listAll(
    query: NotesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Note, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a note. */
  async create(body: NoteCreate, options: CallOptions = {}): Promise<Note> {
    return await this.#caller.send<Note>({
      method: "POST",
      path: "/v1/notes",
      body,
      options,
    });
  }

  /** Read a note. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Note> {
    return await this.#caller.send<Note>({
      method: "GET",
      path: `/v1/notes/${segment(id)}`,
      options,
    });
  }

  /** Replace a note. */
  async replace(
    id: string,
    body: NoteReplace,
    options: ConditionalOptions = {},
  ): Promise<Note> {
    return await this.#caller.send<Note>({
      method: "PUT",
      path: `/v1/notes/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of a note. */
  async patch(
    id: string,
    body: NotePatch,
    options: ConditionalOptions = {},
  ): Promise<Note> {
    return await this.#caller.send<Note>({
      method: "PATCH",
      path: `/v1/notes/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete a note. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/v1/notes/${segment(id)}`,
      options,
    });
  }
}
