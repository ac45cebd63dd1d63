/**
 * The part of the client about sales.
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
import type { Client } from "./clients_client.ts";
import type { Item } from "./items_client.ts";

/** What is used up is bought; what has been placed is not edited. */
export interface Sale {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The sale's status. */
  readonly status: "open" | "placed" | "cancelled";
  /** The sale's quantity. */
  readonly quantity: number;
  /** The sale's points. At most 1 decimal places. */
  readonly points: number;
  /** The item that the sale belongs to. */
  readonly itemId: string;
  /** The client that the sale belongs to. */
  readonly clientId: string | null;
}

/** Some fields of a sale, and what is included. */
export interface SaleSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The sale's status. */
  readonly status?: "open" | "placed" | "cancelled";
  /** The sale's quantity. */
  readonly quantity?: number;
  /** The sale's points. At most 1 decimal places. */
  readonly points?: number;
  /** The item that the sale belongs to. */
  readonly itemId?: string;
  /** The client that the sale belongs to. */
  readonly clientId?: string | null;
  /** Only if included: its item, or null where there is none that whoever asks may read. */
  readonly item?: Item | null;
  /** Only if included: its client, or null where there is none that whoever asks may read. */
  readonly client?: Client | null;
}

/** The body to create a sale. */
export interface SaleCreate {
  /** The sale's status. */
  readonly status?: "open" | "placed" | "cancelled";
  /** The sale's quantity. */
  readonly quantity: number;
  /** The sale's points. At most 1 decimal places. */
  readonly points?: number;
  /** The item that the sale belongs to. */
  readonly itemId: string;
  /** The client that the sale belongs to. */
  readonly clientId?: string | null;
}

/** The body to replace one sale. */
export interface SaleReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The sale's status. */
  readonly status?: "open" | "placed" | "cancelled";
  /** The sale's quantity. */
  readonly quantity: number;
  /** The sale's points. At most 1 decimal places. */
  readonly points?: number;
  /** The item that the sale belongs to. */
  readonly itemId: string;
  /** The client that the sale belongs to. */
  readonly clientId?: string | null;
}

/** The body to change some fields of one sale. */
export interface SalePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The sale's status. */
  readonly status?: "open" | "placed" | "cancelled";
  /** The sale's quantity. */
  readonly quantity?: number;
  /** The sale's points. At most 1 decimal places. */
  readonly points?: number;
  /** The item that the sale belongs to. */
  readonly itemId?: string;
  /** The client that the sale belongs to. */
  readonly clientId?: string | null;
}

/** What a list of sales can say. */
export interface SalesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, status, quantity, points, itemId, clientId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "status"
    | "quantity"
    | "points"
    | "itemId"
    | "clientId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("item" | "client")[];
  /** Filter by status. */
  readonly status?: "open" | "placed" | "cancelled";
  /** Filter by quantity. */
  readonly quantity?: number;
  /** Filter by points. */
  readonly points?: number;
  /** Filter by itemId. */
  readonly itemId?: string;
  /** Filter by clientId. Empty stands for null. */
  readonly clientId?: string | null;
}

/** What a read of one of the sales can say. */
export interface SalesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "status"
    | "quantity"
    | "points"
    | "itemId"
    | "clientId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("item" | "client")[];
}

/** Calls the operations about sales. */
export class SalesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List sales. */
  async list<const Q extends SalesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Sale, SaleSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Sale, SaleSelection, Q>>
    >({ method: "GET", path: "/sales", query, options });
  }

  /** List sales. Goes through all pages, each read when it is needed. */
  listAll<const Q extends SalesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Sale, SaleSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a sale. */
  async create(body: SaleCreate, options: CallOptions = {}): Promise<Sale> {
    return await this.#caller.send<Sale>({
      method: "POST",
      path: "/sales",
      body,
      options,
    });
  }

  /** Read one sale. */
  async get<const Q extends SalesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Sale, SaleSelection, Q>> {
    return await this.#caller.send<Selected<Sale, SaleSelection, Q>>({
      method: "GET",
      path: `/sales/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one sale. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends SalesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Sale, SaleSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Sale, SaleSelection, Q>>({
      method: "GET",
      path: `/sales/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one sale. */
  async replace(
    id: string,
    body: SaleReplace,
    options: ConditionalOptions = {},
  ): Promise<Sale> {
    return await this.#caller.send<Sale>({
      method: "PUT",
      path: `/sales/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one sale. */
  async patch(
    id: string,
    body: SalePatch,
    options: ConditionalOptions = {},
  ): Promise<Sale> {
    return await this.#caller.send<Sale>({
      method: "PATCH",
      path: `/sales/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one sale. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/sales/${segment(id)}`,
      options,
    });
  }

  /** Place a sale: sets status to placed. Adds -quantity to item.stock with it, or, where that is not possible, does nothing (409). */
  async place(id: string, options: ConditionalOptions = {}): Promise<Sale> {
    return await this.#caller.send<Sale>({
      method: "POST",
      path: `/sales/${segment(id)}/place`,
      options,
    });
  }

  /** Cancel a sale: sets status to cancelled. Adds quantity to item.stock with it, or, where that is not possible, does nothing (409). */
  async cancel(id: string, options: ConditionalOptions = {}): Promise<Sale> {
    return await this.#caller.send<Sale>({
      method: "POST",
      path: `/sales/${segment(id)}/cancel`,
      options,
    });
  }

  /** Credit a sale: sets points to 0. Adds -12.5 to client.credit and 1 to item.stock with it, or, where that is not possible, does nothing (409). */
  async credit(id: string, options: ConditionalOptions = {}): Promise<Sale> {
    return await this.#caller.send<Sale>({
      method: "POST",
      path: `/sales/${segment(id)}/credit`,
      options,
    });
  }

  /** Restore one sale that was deleted. */
  async restore(id: string, options: ConditionalOptions = {}): Promise<Sale> {
    return await this.#caller.send<Sale>({
      method: "POST",
      path: `/sales/${segment(id)}/restore`,
      options,
    });
  }
}
