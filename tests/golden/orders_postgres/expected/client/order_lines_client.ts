/**
 * The part of the client about order lines.
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

/** An order line of the system. */
export interface OrderLine {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The order line's product. */
  readonly product: string;
  /** The order line's quantity. */
  readonly quantity: number;
  /** The order line's price. At most 2 decimal places. */
  readonly price: number;
  /** The order that the order line belongs to. */
  readonly orderId: string;
}

/** What is answered about order lines. */
export interface OrderLinePage {
  /** The items. */
  readonly items: readonly OrderLine[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create an order line. */
export interface OrderLineCreate {
  /** The order line's product. */
  readonly product: string;
  /** The order line's quantity. */
  readonly quantity: number;
  /** The order line's price. At most 2 decimal places. */
  readonly price: number;
  /** The order that the order line belongs to. */
  readonly orderId: string;
}

/** The body to replace one order line. */
export interface OrderLineReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order line's product. */
  readonly product: string;
  /** The order line's quantity. */
  readonly quantity: number;
  /** The order line's price. At most 2 decimal places. */
  readonly price: number;
  /** The order that the order line belongs to. */
  readonly orderId: string;
}

/** The body to change some fields of one order line. */
export interface OrderLinePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order line's product. */
  readonly product?: string;
  /** The order line's quantity. */
  readonly quantity?: number;
  /** The order line's price. At most 2 decimal places. */
  readonly price?: number;
  /** The order that the order line belongs to. */
  readonly orderId?: string;
}

/** What a list of order lines can say. */
export interface OrderLinesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, product, quantity, price, orderId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by product. */
  readonly product?: string;
  /** Filter by quantity. */
  readonly quantity?: number;
  /** Filter by price. */
  readonly price?: number;
  /** Filter by orderId. */
  readonly orderId?: string;
}

/** Calls the operations about order lines. */
export class OrderLinesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List order lines. */
  async list(
    query: OrderLinesQuery = {},
    options: CallOptions = {},
  ): Promise<OrderLinePage> {
    return await this.#caller.send<OrderLinePage>({
      method: "GET",
      path: "/order-lines",
      query,
      options,
    });
  }

  /** List order lines. Goes through all pages, each read when it is needed. */
  listAll(
    query: OrderLinesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<OrderLine, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create an order line. */
  async create(
    body: OrderLineCreate,
    options: CallOptions = {},
  ): Promise<OrderLine> {
    return await this.#caller.send<OrderLine>({
      method: "POST",
      path: "/order-lines",
      body,
      options,
    });
  }

  /** Read one order line. */
  async get(id: string, options: ConditionalOptions = {}): Promise<OrderLine> {
    return await this.#caller.send<OrderLine>({
      method: "GET",
      path: `/order-lines/${segment(id)}`,
      options,
    });
  }

  /** Read one order line. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<OrderLine | undefined> {
    return await this.#caller.sendIfChanged<OrderLine>({
      method: "GET",
      path: `/order-lines/${segment(id)}`,
      options,
    });
  }

  /** Replace one order line. */
  async replace(
    id: string,
    body: OrderLineReplace,
    options: ConditionalOptions = {},
  ): Promise<OrderLine> {
    return await this.#caller.send<OrderLine>({
      method: "PUT",
      path: `/order-lines/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one order line. */
  async patch(
    id: string,
    body: OrderLinePatch,
    options: ConditionalOptions = {},
  ): Promise<OrderLine> {
    return await this.#caller.send<OrderLine>({
      method: "PATCH",
      path: `/order-lines/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one order line. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/order-lines/${segment(id)}`,
      options,
    });
  }
}
