/**
 * The part of the client about projects.
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

/** A project of the system. */
export interface Project {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The project's name. */
  readonly name: string;
}

/** Some fields of a project, and what is included. */
export interface ProjectSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The project's name. */
  readonly name?: string;
  /** Only if included: its notes in their order, at most 200, or 20 of each in a list. */
  readonly notes?: readonly Note[];
}

/** The body to create a project. */
export interface ProjectCreate {
  /** The project's name. */
  readonly name: string;
}

/** The body to replace one project. */
export interface ProjectReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The project's name. */
  readonly name: string;
}

/** The body to change some fields of one project. */
export interface ProjectPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The project's name. */
  readonly name?: string;
}

/** What a list of projects can say. */
export interface ProjectsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "name">;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "notes"[];
  /** Filter by name. */
  readonly name?: string;
}

/** What a read of one of the projects can say. */
export interface ProjectsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "name">;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "notes"[];
}

/** Calls the operations about projects. */
export class ProjectsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List projects. */
  async list<const Q extends ProjectsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Project, ProjectSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Project, ProjectSelection, Q>>
    >({ method: "GET", path: "/projects", query, options });
  }

  /** List projects. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ProjectsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Project, ProjectSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a project. */
  async create(
    body: ProjectCreate,
    options: CallOptions = {},
  ): Promise<Project> {
    return await this.#caller.send<Project>({
      method: "POST",
      path: "/projects",
      body,
      options,
    });
  }

  /** Read one project. */
  async get<const Q extends ProjectsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Project, ProjectSelection, Q>> {
    return await this.#caller.send<Selected<Project, ProjectSelection, Q>>({
      method: "GET",
      path: `/projects/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one project. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ProjectsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Project, ProjectSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Project, ProjectSelection, Q>
    >({ method: "GET", path: `/projects/${segment(id)}`, query, options });
  }

  /** Replace one project. */
  async replace(
    id: string,
    body: ProjectReplace,
    options: ConditionalOptions = {},
  ): Promise<Project> {
    return await this.#caller.send<Project>({
      method: "PUT",
      path: `/projects/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one project. */
  async patch(
    id: string,
    body: ProjectPatch,
    options: ConditionalOptions = {},
  ): Promise<Project> {
    return await this.#caller.send<Project>({
      method: "PATCH",
      path: `/projects/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one project. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/projects/${segment(id)}`,
      options,
    });
  }
}
