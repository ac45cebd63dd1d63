/**
 * The part of the client about tools.
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
import type { Rental } from "./rentals_client.ts";

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

/** Some fields of a tool, and what is included. */
export interface ToolSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The tool's name. */
  readonly name?: string;
  /** Whether the tool is broken. */
  readonly broken?: boolean;
  /** Only if included: its rentals in their order, at most 200, or 20 of each in a list. */
  readonly rentals?: readonly Rental[];
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "broken"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "rentals"[];
  /** Filter by name. */
  readonly name?: string;
  /** Filter by broken. */
  readonly broken?: boolean;
}

/** What a read of one of the tools can say. */
export interface ToolsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "broken"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "rentals"[];
}

/** Calls the operations about tools. */
export class ToolsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tools. */
  async list<const Q extends ToolsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Tool, ToolSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Tool, ToolSelection, Q>>
    >({ method: "GET", path: "/tools", query, options });
  }

  /** List tools. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ToolsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Tool, ToolSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends ToolsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Tool, ToolSelection, Q>> {
    return await this.#caller.send<Selected<Tool, ToolSelection, Q>>({
      method: "GET",
      path: `/tools/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one tool. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ToolsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Tool, ToolSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Tool, ToolSelection, Q>>({
      method: "GET",
      path: `/tools/${segment(id)}`,
      query,
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
