/**
 * The part of the client about orders.
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

/** An order of the system. */
export interface Order {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The order's customer. */
  readonly customer: string;
  /** The order's weight grams. */
  readonly weightGrams: number;
  /** The order's zone. */
  readonly zone: "domestic" | "europe" | "world";
  /** The order's subtotal. At most 2 decimal places. */
  readonly subtotal: number;
  /** Whether the order is express. */
  readonly express: boolean;
  /** The order's status. */
  readonly status: "open" | "shipped";
  /** The order's shipping cost. At most 2 decimal places. Worked out by the server. The base price is 4.50 domestic, 9.00 in europe and 19.00 in the world, plus 0.80 for each begun kilogram beyond the first. */
  readonly shippingCost: number | null;
}

/** Some fields of an order, and what is included. */
export interface OrderSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's customer. */
  readonly customer?: string;
  /** The order's weight grams. */
  readonly weightGrams?: number;
  /** The order's zone. */
  readonly zone?: "domestic" | "europe" | "world";
  /** The order's subtotal. At most 2 decimal places. */
  readonly subtotal?: number;
  /** Whether the order is express. */
  readonly express?: boolean;
  /** The order's status. */
  readonly status?: "open" | "shipped";
  /** The order's shipping cost. At most 2 decimal places. Worked out by the server. The base price is 4.50 domestic, 9.00 in europe and 19.00 in the world, plus 0.80 for each begun kilogram beyond the first. */
  readonly shippingCost?: number | null;
}

/** The body to create an order. */
export interface OrderCreate {
  /** The order's customer. */
  readonly customer: string;
  /** The order's weight grams. */
  readonly weightGrams: number;
  /** The order's zone. */
  readonly zone: "domestic" | "europe" | "world";
  /** The order's subtotal. At most 2 decimal places. */
  readonly subtotal: number;
  /** Whether the order is express. */
  readonly express?: boolean;
  /** The order's status. */
  readonly status?: "open" | "shipped";
}

/** The body to replace one order. */
export interface OrderReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's customer. */
  readonly customer: string;
  /** The order's weight grams. */
  readonly weightGrams: number;
  /** The order's zone. */
  readonly zone: "domestic" | "europe" | "world";
  /** The order's subtotal. At most 2 decimal places. */
  readonly subtotal: number;
  /** Whether the order is express. */
  readonly express?: boolean;
  /** The order's status. */
  readonly status?: "open" | "shipped";
  /** The order's shipping cost. At most 2 decimal places. Worked out by the server. The base price is 4.50 domestic, 9.00 in europe and 19.00 in the world, plus 0.80 for each begun kilogram beyond the first. */
  readonly shippingCost?: number | null;
}

/** The body to change some fields of one order. */
export interface OrderPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's customer. */
  readonly customer?: string;
  /** The order's weight grams. */
  readonly weightGrams?: number;
  /** The order's zone. */
  readonly zone?: "domestic" | "europe" | "world";
  /** The order's subtotal. At most 2 decimal places. */
  readonly subtotal?: number;
  /** Whether the order is express. */
  readonly express?: boolean;
  /** The order's status. */
  readonly status?: "open" | "shipped";
  /** The order's shipping cost. At most 2 decimal places. Worked out by the server. The base price is 4.50 domestic, 9.00 in europe and 19.00 in the world, plus 0.80 for each begun kilogram beyond the first. */
  readonly shippingCost?: number | null;
}

/** What a list of orders can say. */
export interface OrdersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, customer, weightGrams, zone, subtotal, express, status, shippingCost. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "customer"
    | "weightGrams"
    | "zone"
    | "subtotal"
    | "express"
    | "status"
    | "shippingCost"
  >;
  /** Filter by customer. */
  readonly customer?: string;
  /** Filter by weightGrams. */
  readonly weightGrams?: number;
  /** Filter by zone. */
  readonly zone?: "domestic" | "europe" | "world";
  /** Filter by subtotal. */
  readonly subtotal?: number;
  /** Filter by express. */
  readonly express?: boolean;
  /** Filter by status. */
  readonly status?: "open" | "shipped";
  /** Filter by shippingCost. Empty stands for null. */
  readonly shippingCost?: number | null;
}

/** What a read of one of the orders can say. */
export interface OrdersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "customer"
    | "weightGrams"
    | "zone"
    | "subtotal"
    | "express"
    | "status"
    | "shippingCost"
  >;
}

/** Calls the operations about orders. */
export class OrdersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List orders. */
  async list<const Q extends OrdersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Order, OrderSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Order, OrderSelection, Q>>
    >({ method: "GET", path: "/orders", query, options });
  }

  /** List orders. Goes through all pages, each read when it is needed. */
  listAll<const Q extends OrdersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Order, OrderSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create an order. */
  async create(body: OrderCreate, options: CallOptions = {}): Promise<Order> {
    return await this.#caller.send<Order>({
      method: "POST",
      path: "/orders",
      body,
      options,
    });
  }

  /** Read one order. */
  async get<const Q extends OrdersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Order, OrderSelection, Q>> {
    return await this.#caller.send<Selected<Order, OrderSelection, Q>>({
      method: "GET",
      path: `/orders/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one order. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends OrdersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Order, OrderSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Order, OrderSelection, Q>>(
      { method: "GET", path: `/orders/${segment(id)}`, query, options },
    );
  }

  /** Replace one order. */
  async replace(
    id: string,
    body: OrderReplace,
    options: ConditionalOptions = {},
  ): Promise<Order> {
    return await this.#caller.send<Order>({
      method: "PUT",
      path: `/orders/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one order. */
  async patch(
    id: string,
    body: OrderPatch,
    options: ConditionalOptions = {},
  ): Promise<Order> {
    return await this.#caller.send<Order>({
      method: "PATCH",
      path: `/orders/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one order. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/orders/${segment(id)}`,
      options,
    });
  }

  /** Ship an order: sets status to shipped. */
  async ship(id: string, options: ConditionalOptions = {}): Promise<Order> {
    return await this.#caller.send<Order>({
      method: "POST",
      path: `/orders/${segment(id)}/ship`,
      options,
    });
  }
}
