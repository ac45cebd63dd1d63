/**
 * The part of the client about sales.
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

/** What is answered about sales. */
export interface SalePage {
  /** The items. */
  readonly items: readonly Sale[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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

/** Calls the operations about sales. */
export class SalesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List sales. */
  async list(
    query: SalesQuery = {},
    options: CallOptions = {},
  ): Promise<SalePage> {
    return await this.#caller.send<SalePage>({
      method: "GET",
      path: "/sales",
      query,
      options,
    });
  }

  /** List sales. Goes through all pages, each read when it is needed. */
  listAll(
    query: SalesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Sale, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Sale> {
    return await this.#caller.send<Sale>({
      method: "GET",
      path: `/sales/${segment(id)}`,
      options,
    });
  }

  /** Read one sale. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Sale | undefined> {
    return await this.#caller.sendIfChanged<Sale>({
      method: "GET",
      path: `/sales/${segment(id)}`,
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
