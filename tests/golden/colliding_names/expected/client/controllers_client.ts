/**
 * The part of the client about controllers.
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

/** A controller of the system. */
export interface Controller {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The controller's isbn. */
  readonly isbn: string;
  /** The controller's code. */
  readonly code: string;
}

/** Some fields of a controller, and what is included. */
export interface ControllerSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The controller's isbn. */
  readonly isbn?: string;
  /** The controller's code. */
  readonly code?: string;
}

/** The body to create a controller. */
export interface ControllerCreate {
  /** The controller's isbn. */
  readonly isbn: string;
  /** The controller's code. */
  readonly code: string;
}

/** The body to replace one controller. */
export interface ControllerReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The controller's isbn. */
  readonly isbn: string;
  /** The controller's code. */
  readonly code: string;
}

/** The body to change some fields of one controller. */
export interface ControllerPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The controller's isbn. */
  readonly isbn?: string;
  /** The controller's code. */
  readonly code?: string;
}

/** What a list of controllers can say. */
export interface ControllersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, isbn, code. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "isbn" | "code"
  >;
  /** Filter by isbn. */
  readonly isbn?: string;
  /** Filter by code. */
  readonly code?: string;
}

/** What a read of one of the controllers can say. */
export interface ControllersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "isbn" | "code"
  >;
}

/** Calls the operations about controllers. */
export class ControllersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List controllers. */
  async list<const Q extends ControllersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Controller, ControllerSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Controller, ControllerSelection, Q>>
    >({ method: "GET", path: "/controllers", query, options });
  }

  /** List controllers. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ControllersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Controller, ControllerSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a controller. */
  async create(
    body: ControllerCreate,
    options: CallOptions = {},
  ): Promise<Controller> {
    return await this.#caller.send<Controller>({
      method: "POST",
      path: "/controllers",
      body,
      options,
    });
  }

  /** Read one controller. */
  async get<const Q extends ControllersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Controller, ControllerSelection, Q>> {
    return await this.#caller.send<
      Selected<Controller, ControllerSelection, Q>
    >({ method: "GET", path: `/controllers/${segment(id)}`, query, options });
  }

  /** Read one controller. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<
    const Q extends ControllersGetQuery = Record<never, never>,
  >(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Controller, ControllerSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Controller, ControllerSelection, Q>
    >({ method: "GET", path: `/controllers/${segment(id)}`, query, options });
  }

  /** Replace one controller. */
  async replace(
    id: string,
    body: ControllerReplace,
    options: ConditionalOptions = {},
  ): Promise<Controller> {
    return await this.#caller.send<Controller>({
      method: "PUT",
      path: `/controllers/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one controller. */
  async patch(
    id: string,
    body: ControllerPatch,
    options: ConditionalOptions = {},
  ): Promise<Controller> {
    return await this.#caller.send<Controller>({
      method: "PATCH",
      path: `/controllers/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one controller. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/controllers/${segment(id)}`,
      options,
    });
  }
}
