/**
 * The part of the client about projects.
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

/** What is answered about projects. */
export interface ProjectPage {
  /** The items. */
  readonly items: readonly Project[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by name. */
  readonly name?: string;
}

/** Calls the operations about projects. */
export class ProjectsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List projects. */
  async list(
    query: ProjectsQuery = {},
    options: CallOptions = {},
  ): Promise<ProjectPage> {
    return await this.#caller.send<ProjectPage>({
      method: "GET",
      path: "/projects",
      query,
      options,
    });
  }

  /** List projects. Goes through all pages, each read when it is needed. */
  listAll(
    query: ProjectsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Project, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Project> {
    return await this.#caller.send<Project>({
      method: "GET",
      path: `/projects/${segment(id)}`,
      options,
    });
  }

  /** Read one project. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Project | undefined> {
    return await this.#caller.sendIfChanged<Project>({
      method: "GET",
      path: `/projects/${segment(id)}`,
      options,
    });
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
