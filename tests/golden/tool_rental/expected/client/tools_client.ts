/**
 * The part of the client about tools.
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

/** A tool of the system. */
export interface Tool {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The tool's name. */
  readonly name: string;
  /** Whether the tool is broken. */
  readonly broken: boolean;
}

/** What is answered about tools. */
export interface ToolPage {
  /** The items. */
  readonly items: readonly Tool[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a tool. */
export interface ToolCreate {
  /** The tool's name. */
  readonly name: string;
  /** Whether the tool is broken. */
  readonly broken?: boolean;
}

/** The body to replace one tool. */
export interface ToolReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The tool's name. */
  readonly name: string;
  /** Whether the tool is broken. */
  readonly broken?: boolean;
}

/** The body to change some fields of one tool. */
export interface ToolPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The tool's name. */
  readonly name?: string;
  /** Whether the tool is broken. */
  readonly broken?: boolean;
}

/** What a list of tools can say. */
export interface ToolsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name, broken. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by name. */
  readonly name?: string;
  /** Filter by broken. */
  readonly broken?: boolean;
}

/** Calls the operations about tools. */
export class ToolsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tools. */
  async list(
    query: ToolsQuery = {},
    options: CallOptions = {},
  ): Promise<ToolPage> {
    return await this.#caller.send<ToolPage>({
      method: "GET",
      path: "/tools",
      query,
      options,
    });
  }

  /** List tools. Goes through all pages, each read when it is needed. */
  listAll(
    query: ToolsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Tool, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a tool. */
  async create(body: ToolCreate, options: CallOptions = {}): Promise<Tool> {
    return await this.#caller.send<Tool>({
      method: "POST",
      path: "/tools",
      body,
      options,
    });
  }

  /** Read one tool. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Tool> {
    return await this.#caller.send<Tool>({
      method: "GET",
      path: `/tools/${segment(id)}`,
      options,
    });
  }

  /** Read one tool. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Tool | undefined> {
    return await this.#caller.sendIfChanged<Tool>({
      method: "GET",
      path: `/tools/${segment(id)}`,
      options,
    });
  }

  /** Replace one tool. */
  async replace(
    id: string,
    body: ToolReplace,
    options: ConditionalOptions = {},
  ): Promise<Tool> {
    return await this.#caller.send<Tool>({
      method: "PUT",
      path: `/tools/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one tool. */
  async patch(
    id: string,
    body: ToolPatch,
    options: ConditionalOptions = {},
  ): Promise<Tool> {
    return await this.#caller.send<Tool>({
      method: "PATCH",
      path: `/tools/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one tool. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/tools/${segment(id)}`,
      options,
    });
  }
}
