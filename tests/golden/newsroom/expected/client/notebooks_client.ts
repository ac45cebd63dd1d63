/**
 * The part of the client about notebooks.
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
import type { Note } from "./notes_client.ts";
import type { User } from "./auth_client.ts";

/** Private to whoever made it. */
export interface Notebook {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The notebook's name. */
  readonly name: string;
  /** The user that is the notebook's keeper. Cannot be changed after creation. */
  readonly keeperId: string;
}

/** Some fields of a notebook, and what is included. */
export interface NotebookSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The notebook's name. */
  readonly name?: string;
  /** The user that is the notebook's keeper. Cannot be changed after creation. */
  readonly keeperId?: string;
  /** Only if included: its user, or null where there is none that whoever asks may read. */
  readonly keeper?: User | null;
  /** Only if included: its notes in their order, at most 200, or 20 of each in a list. */
  readonly notes?: readonly Note[];
}

/** The body to create a notebook. */
export interface NotebookCreate {
  /** The notebook's name. */
  readonly name: string;
  /** The user that is the notebook's keeper. Cannot be changed after creation. */
  readonly keeperId?: string;
}

/** The body to replace one notebook. */
export interface NotebookReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The notebook's name. */
  readonly name: string;
  /** The user that is the notebook's keeper. Cannot be changed after creation. */
  readonly keeperId?: string;
}

/** The body to change some fields of one notebook. */
export interface NotebookPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The notebook's name. */
  readonly name?: string;
  /** The user that is the notebook's keeper. Cannot be changed after creation. */
  readonly keeperId?: string;
}

/** What a list of notebooks can say. */
export interface NotebooksQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name, keeperId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "keeperId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("keeper" | "notes")[];
  /** Filter by name. */
  readonly name?: string;
  /** Filter by keeperId. */
  readonly keeperId?: string;
}

/** What a read of one of the notebooks can say. */
export interface NotebooksGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "keeperId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("keeper" | "notes")[];
}

/** Calls the operations about notebooks. */
export class NotebooksClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List notebooks. */
  async list<const Q extends NotebooksQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Notebook, NotebookSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Notebook, NotebookSelection, Q>>
    >({ method: "GET", path: "/notebooks", query, options });
  }

  /** List notebooks. Goes through all pages, each read when it is needed. */
  listAll<const Q extends NotebooksQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Notebook, NotebookSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a notebook. */
  async create(
    body: NotebookCreate,
    options: CallOptions = {},
  ): Promise<Notebook> {
    return await this.#caller.send<Notebook>({
      method: "POST",
      path: "/notebooks",
      body,
      options,
    });
  }

  /** Read one notebook. */
  async get<const Q extends NotebooksGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Notebook, NotebookSelection, Q>> {
    return await this.#caller.send<Selected<Notebook, NotebookSelection, Q>>({
      method: "GET",
      path: `/notebooks/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one notebook. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends NotebooksGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Notebook, NotebookSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Notebook, NotebookSelection, Q>
    >({ method: "GET", path: `/notebooks/${segment(id)}`, query, options });
  }

  /** Replace one notebook. */
  async replace(
    id: string,
    body: NotebookReplace,
    options: ConditionalOptions = {},
  ): Promise<Notebook> {
    return await this.#caller.send<Notebook>({
      method: "PUT",
      path: `/notebooks/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one notebook. */
  async patch(
    id: string,
    body: NotebookPatch,
    options: ConditionalOptions = {},
  ): Promise<Notebook> {
    return await this.#caller.send<Notebook>({
      method: "PATCH",
      path: `/notebooks/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one notebook. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/notebooks/${segment(id)}`,
      options,
    });
  }
}
