/**
 * The part of the client about notes.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  type CursorPage,
  eachByCursor,
  type KeyedConditionalOptions,
  type KeyedOptions,
  segment,
  type Selected,
} from "../kit/api_client_runtime.ts";

/** A note of the system. */
export interface Note {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The note's text. */
  readonly text: string;
}

/** Some fields of a note, and what is included. */
export interface NoteSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The note's text. */
  readonly text?: string;
}

/** The body to create a note. */
export interface NoteCreate {
  /** The note's text. */
  readonly text: string;
}

/** The body to replace one note. */
export interface NoteReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The note's text. */
  readonly text: string;
}

/** The body to change some fields of one note. */
export interface NotePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The note's text. */
  readonly text?: string;
}

/** What is answered about notes. */
export interface NoteBulkPatch {
  /** The id of the note. */
  readonly id: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly ifMatch?: string;
  /** The changes. */
  readonly changes: NotePatch;
}

/** What a list of notes can say. */
export interface NotesQuery {
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
  /** Filter by text. */
  readonly text?: string;
}

/** What a read of one of the notes can say. */
export interface NotesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "text">;
}

/** Calls the operations about notes. */
export class NotesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List notes. */
  async list<const Q extends NotesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Note, NoteSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Note, NoteSelection, Q>>
    >({ method: "GET", path: "/notes", query, options });
  }

  /** List notes. Goes through all pages, each read when it is needed. */
  listAll<const Q extends NotesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Note, NoteSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a note. */
  async create(body: NoteCreate, options: KeyedOptions = {}): Promise<Note> {
    return await this.#caller.send<Note>({
      method: "POST",
      path: "/notes",
      body,
      options,
    });
  }

  /** Read one note. */
  async get<const Q extends NotesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Note, NoteSelection, Q>> {
    return await this.#caller.send<Selected<Note, NoteSelection, Q>>({
      method: "GET",
      path: `/notes/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one note. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends NotesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Note, NoteSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Note, NoteSelection, Q>>({
      method: "GET",
      path: `/notes/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one note. */
  async replace(
    id: string,
    body: NoteReplace,
    options: ConditionalOptions = {},
  ): Promise<Note> {
    return await this.#caller.send<Note>({
      method: "PUT",
      path: `/notes/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one note. */
  async patch(
    id: string,
    body: NotePatch,
    options: ConditionalOptions = {},
  ): Promise<Note> {
    return await this.#caller.send<Note>({
      method: "PATCH",
      path: `/notes/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one note. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/notes/${segment(id)}`,
      options,
    });
  }

  /** Create several notes, all or none. */
  async bulkCreate(
    body: readonly NoteCreate[],
    options: KeyedOptions = {},
  ): Promise<readonly Note[]> {
    return await this.#caller.send<readonly Note[]>({
      method: "POST",
      path: "/notes/bulk/create",
      body: { items: body },
      under: "items",
      options,
    });
  }

  /** Change some fields of several notes, all or none. */
  async bulkPatch(
    body: readonly NoteBulkPatch[],
    options: KeyedConditionalOptions = {},
  ): Promise<readonly Note[]> {
    return await this.#caller.send<readonly Note[]>({
      method: "POST",
      path: "/notes/bulk/patch",
      body: { items: body },
      under: "items",
      options,
    });
  }
}
