/**
 * The part of the client about order lines.
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
import type { Order } from "./orders_client.ts";

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

/** Some fields of an order line, and what is included. */
export interface OrderLineSelection {
  /** Set by the server. */
  readonly id: string;
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
  /** Only if included: its order, or null where there is none that whoever asks may read. */
  readonly order?: Order | null;
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "product"
    | "quantity"
    | "price"
    | "orderId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "order"[];
  /** Filter by product. */
  readonly product?: string;
  /** Filter by quantity. */
  readonly quantity?: number;
  /** Filter by price. */
  readonly price?: number;
  /** Filter by orderId. */
  readonly orderId?: string;
}

/** What a read of one of the order lines can say. */
export interface OrderLinesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "product"
    | "quantity"
    | "price"
    | "orderId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "order"[];
}

/** Calls the operations about order lines. */
export class OrderLinesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List order lines. */
  async list<const Q extends OrderLinesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<OrderLine, OrderLineSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<OrderLine, OrderLineSelection, Q>>
    >({ method: "GET", path: "/order-lines", query, options });
  }

  /** List order lines. Goes through all pages, each read when it is needed. */
  listAll<const Q extends OrderLinesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<OrderLine, OrderLineSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends OrderLinesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<OrderLine, OrderLineSelection, Q>> {
    return await this.#caller.send<Selected<OrderLine, OrderLineSelection, Q>>({
      method: "GET",
      path: `/order-lines/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one order line. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends OrderLinesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<OrderLine, OrderLineSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<OrderLine, OrderLineSelection, Q>
    >({ method: "GET", path: `/order-lines/${segment(id)}`, query, options });
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
