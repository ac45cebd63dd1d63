/**
 * The part of the client about notebooks.
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

/** What is answered about notebooks. */
export interface NotebookPage {
  /** The items. */
  readonly items: readonly Notebook[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by name. */
  readonly name?: string;
  /** Filter by keeperId. */
  readonly keeperId?: string;
}

/** Calls the operations about notebooks. */
export class NotebooksClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List notebooks. */
  async list(
    query: NotebooksQuery = {},
    options: CallOptions = {},
  ): Promise<NotebookPage> {
    return await this.#caller.send<NotebookPage>({
      method: "GET",
      path: "/notebooks",
      query,
      options,
    });
  }

  /** List notebooks. Goes through all pages, each read when it is needed. */
  listAll(
    query: NotebooksQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Notebook, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Notebook> {
    return await this.#caller.send<Notebook>({
      method: "GET",
      path: `/notebooks/${segment(id)}`,
      options,
    });
  }

  /** Read one notebook. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Notebook | undefined> {
    return await this.#caller.sendIfChanged<Notebook>({
      method: "GET",
      path: `/notebooks/${segment(id)}`,
      options,
    });
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
