/**
 * The part of the client about tasks.
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

/** A task of the system. */
export interface Task {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** Whatever the client keeps in it. */
  readonly data: unknown;
}

/** Some fields of a task, and what is included. */
export interface TaskSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** Whatever the client keeps in it. */
  readonly data?: unknown;
}

/** The body to create a task. */
export interface TaskCreate {
  /** Whatever the client keeps in it. */
  readonly data: unknown;
}

/** The body to replace one task. */
export interface TaskReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** Whatever the client keeps in it. */
  readonly data: unknown;
}

/** The body to change some fields of one task. */
export interface TaskPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** Whatever the client keeps in it. */
  readonly data?: unknown;
}

/** What a list of tasks can say. */
export interface TasksQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "data">;
}

/** What a read of one of the tasks can say. */
export interface TasksGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "data">;
}

/** Calls the operations about tasks. */
export class TasksClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tasks. */
  async list<const Q extends TasksQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Task, TaskSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Task, TaskSelection, Q>>
    >({ method: "GET", path: "/tasks", query, options });
  }

  /** List tasks. Goes through all pages, each read when it is needed. */
  listAll<const Q extends TasksQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Task, TaskSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a task. */
  async create(body: TaskCreate, options: CallOptions = {}): Promise<Task> {
    return await this.#caller.send<Task>({
      method: "POST",
      path: "/tasks",
      body,
      options,
    });
  }

  /** Read one task. */
  async get<const Q extends TasksGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Task, TaskSelection, Q>> {
    return await this.#caller.send<Selected<Task, TaskSelection, Q>>({
      method: "GET",
      path: `/tasks/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one task. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends TasksGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Task, TaskSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Task, TaskSelection, Q>>({
      method: "GET",
      path: `/tasks/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one task. */
  async replace(
    id: string,
    body: TaskReplace,
    options: ConditionalOptions = {},
  ): Promise<Task> {
    return await this.#caller.send<Task>({
      method: "PUT",
      path: `/tasks/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one task. */
  async patch(
    id: string,
    body: TaskPatch,
    options: ConditionalOptions = {},
  ): Promise<Task> {
    return await this.#caller.send<Task>({
      method: "PATCH",
      path: `/tasks/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one task. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/tasks/${segment(id)}`,
      options,
    });
  }
}
