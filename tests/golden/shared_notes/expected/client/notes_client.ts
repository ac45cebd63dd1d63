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
  segment,
  type Selected,
} from "../kit/api_client_runtime.ts";
import type { Notebook } from "./notebooks_client.ts";
import type { Organisation } from "./organisations_client.ts";
import type { User } from "./auth_client.ts";

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
  /** Whether the note is pinned. */
  readonly pinned: boolean;
  /** The organisation that the note belongs to. Cannot be changed after creation. */
  readonly organisationId: string;
  /** The notebook that the note belongs to. */
  readonly notebookId: string;
  /** The user that is the note's author. Cannot be changed after creation. */
  readonly authorId: string;
  /** The user that is the note's reviewer. */
  readonly reviewerId: string | null;
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
  /** Whether the note is pinned. */
  readonly pinned?: boolean;
  /** The organisation that the note belongs to. Cannot be changed after creation. */
  readonly organisationId?: string;
  /** The notebook that the note belongs to. */
  readonly notebookId?: string;
  /** The user that is the note's author. Cannot be changed after creation. */
  readonly authorId?: string;
  /** The user that is the note's reviewer. */
  readonly reviewerId?: string | null;
  /** Only if included: its organisation, or null where there is none that whoever asks may read. */
  readonly organisation?: Organisation | null;
  /** Only if included: its notebook, or null where there is none that whoever asks may read. */
  readonly notebook?: Notebook | null;
  /** Only if included: its user, or null where there is none that whoever asks may read. */
  readonly author?: User | null;
  /** Only if included: its user, or null where there is none that whoever asks may read. */
  readonly reviewer?: User | null;
}

/** The body to create a note. */
export interface NoteCreate {
  /** The note's text. */
  readonly text: string;
  /** Whether the note is pinned. */
  readonly pinned?: boolean;
  /** The organisation that the note belongs to. Cannot be changed after creation. */
  readonly organisationId?: string;
  /** The notebook that the note belongs to. */
  readonly notebookId: string;
  /** The user that is the note's author. Cannot be changed after creation. */
  readonly authorId?: string;
  /** The user that is the note's reviewer. */
  readonly reviewerId?: string | null;
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
  /** Whether the note is pinned. */
  readonly pinned?: boolean;
  /** The organisation that the note belongs to. Cannot be changed after creation. */
  readonly organisationId?: string;
  /** The notebook that the note belongs to. */
  readonly notebookId: string;
  /** The user that is the note's author. Cannot be changed after creation. */
  readonly authorId?: string;
  /** The user that is the note's reviewer. */
  readonly reviewerId?: string | null;
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
  /** Whether the note is pinned. */
  readonly pinned?: boolean;
  /** The organisation that the note belongs to. Cannot be changed after creation. */
  readonly organisationId?: string;
  /** The notebook that the note belongs to. */
  readonly notebookId?: string;
  /** The user that is the note's author. Cannot be changed after creation. */
  readonly authorId?: string;
  /** The user that is the note's reviewer. */
  readonly reviewerId?: string | null;
}

/** What a list of notes can say. */
export interface NotesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, pinned, organisationId, notebookId, authorId, reviewerId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "text"
    | "pinned"
    | "organisationId"
    | "notebookId"
    | "authorId"
    | "reviewerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: ReadonlyArray<
    "organisation" | "notebook" | "author" | "reviewer"
  >;
  /** Filter by text. */
  readonly text?: string;
  /** Filter by pinned. */
  readonly pinned?: boolean;
  /** Filter by organisationId. */
  readonly organisationId?: string;
  /** Filter by notebookId. */
  readonly notebookId?: string;
  /** Filter by authorId. */
  readonly authorId?: string;
  /** Filter by reviewerId. Empty stands for null. */
  readonly reviewerId?: string | null;
}

/** What a read of one of the notes can say. */
export interface NotesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "text"
    | "pinned"
    | "organisationId"
    | "notebookId"
    | "authorId"
    | "reviewerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: ReadonlyArray<
    "organisation" | "notebook" | "author" | "reviewer"
  >;
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
  async create(body: NoteCreate, options: CallOptions = {}): Promise<Note> {
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

  /** Pin a note: sets pinned to true. */
  async pin(id: string, options: ConditionalOptions = {}): Promise<Note> {
    return await this.#caller.send<Note>({
      method: "POST",
      path: `/notes/${segment(id)}/pin`,
      options,
    });
  }
}
