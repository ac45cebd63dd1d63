/**
 * The part of the client about clients.
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

/** A client of the system. */
export interface Client {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The client's name. */
  readonly name: string;
  /** The client's credit. At most 2 decimal places. */
  readonly credit: number;
}

/** What is answered about clients. */
export interface ClientPage {
  /** The items. */
  readonly items: readonly Client[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a client. */
export interface ClientCreate {
  /** The client's name. */
  readonly name: string;
  /** The client's credit. At most 2 decimal places. */
  readonly credit?: number;
}

/** The body to replace one client. */
export interface ClientReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The client's name. */
  readonly name: string;
  /** The client's credit. At most 2 decimal places. */
  readonly credit?: number;
}

/** The body to change some fields of one client. */
export interface ClientPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The client's name. */
  readonly name?: string;
  /** The client's credit. At most 2 decimal places. */
  readonly credit?: number;
}

/** What a list of clients can say. */
export interface ClientsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name, credit. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by name. */
  readonly name?: string;
  /** Filter by credit. */
  readonly credit?: number;
}

/** Calls the operations about clients. */
export class ClientsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List clients. */
  async list(
    query: ClientsQuery = {},
    options: CallOptions = {},
  ): Promise<ClientPage> {
    return await this.#caller.send<ClientPage>({
      method: "GET",
      path: "/clients",
      query,
      options,
    });
  }

  /** List clients. Goes through all pages, each read when it is needed. */
  listAll(
    query: ClientsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Client, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a client. */
  async create(body: ClientCreate, options: CallOptions = {}): Promise<Client> {
    return await this.#caller.send<Client>({
      method: "POST",
      path: "/clients",
      body,
      options,
    });
  }

  /** Read one client. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Client> {
    return await this.#caller.send<Client>({
      method: "GET",
      path: `/clients/${segment(id)}`,
      options,
    });
  }

  /** Read one client. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Client | undefined> {
    return await this.#caller.sendIfChanged<Client>({
      method: "GET",
      path: `/clients/${segment(id)}`,
      options,
    });
  }

  /** Replace one client. */
  async replace(
    id: string,
    body: ClientReplace,
    options: ConditionalOptions = {},
  ): Promise<Client> {
    return await this.#caller.send<Client>({
      method: "PUT",
      path: `/clients/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one client. */
  async patch(
    id: string,
    body: ClientPatch,
    options: ConditionalOptions = {},
  ): Promise<Client> {
    return await this.#caller.send<Client>({
      method: "PATCH",
      path: `/clients/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one client. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/clients/${segment(id)}`,
      options,
    });
  }
}
