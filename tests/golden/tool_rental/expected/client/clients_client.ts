/**
 * The part of the client about clients.
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
import type { Sale } from "./sales_client.ts";

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

/** Some fields of a client, and what is included. */
export interface ClientSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The client's name. */
  readonly name?: string;
  /** The client's credit. At most 2 decimal places. */
  readonly credit?: number;
  /** Only if included: its sales in their order, at most 200, or 20 of each in a list. */
  readonly sales?: readonly Sale[];
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "credit"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "sales"[];
  /** Filter by name. */
  readonly name?: string;
  /** Filter by credit. */
  readonly credit?: number;
}

/** What a read of one of the clients can say. */
export interface ClientsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "credit"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "sales"[];
}

/** Calls the operations about clients. */
export class ClientsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List clients. */
  async list<const Q extends ClientsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Client, ClientSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Client, ClientSelection, Q>>
    >({ method: "GET", path: "/clients", query, options });
  }

  /** List clients. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ClientsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Client, ClientSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends ClientsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Client, ClientSelection, Q>> {
    return await this.#caller.send<Selected<Client, ClientSelection, Q>>({
      method: "GET",
      path: `/clients/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one client. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ClientsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Client, ClientSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Client, ClientSelection, Q>
    >({ method: "GET", path: `/clients/${segment(id)}`, query, options });
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
