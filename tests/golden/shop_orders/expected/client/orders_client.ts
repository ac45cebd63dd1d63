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
import type { Customer } from "./customers_client.ts";

/** What a customer has bought. */
export interface Order {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The order's number. Unique. Cannot be changed after creation. */
  readonly number: string;
  /** The order's status. */
  readonly status: "open" | "paid" | "shipped" | "cancelled";
  /** The order's total. At most 2 decimal places. */
  readonly total: number;
  /** The order's weight. */
  readonly weight: number | null;
  /** The order's items. */
  readonly items: number;
  /** Whether the order is gift. */
  readonly gift: boolean;
  /** The order's paid date and time. */
  readonly paidAt: string | null;
  /** The order's pickup. */
  readonly pickup: string | null;
  /** The order's tracking. */
  readonly tracking: string | null;
  /** The order's extras. */
  readonly extras: unknown;
  /** The customer that the order belongs to. */
  readonly customerId: string;
  /** The customer that is the order's referrer. */
  readonly referrerId: string | null;
}

/** Some fields of an order, and what is included. */
export interface OrderSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's number. Unique. Cannot be changed after creation. */
  readonly number?: string;
  /** The order's status. */
  readonly status?: "open" | "paid" | "shipped" | "cancelled";
  /** The order's total. At most 2 decimal places. */
  readonly total?: number;
  /** The order's weight. */
  readonly weight?: number | null;
  /** The order's items. */
  readonly items?: number;
  /** Whether the order is gift. */
  readonly gift?: boolean;
  /** The order's paid date and time. */
  readonly paidAt?: string | null;
  /** The order's pickup. */
  readonly pickup?: string | null;
  /** The order's tracking. */
  readonly tracking?: string | null;
  /** The order's extras. */
  readonly extras?: unknown;
  /** The customer that the order belongs to. */
  readonly customerId?: string;
  /** The customer that is the order's referrer. */
  readonly referrerId?: string | null;
  /** Only if included: its customer, or null where there is none that whoever asks may read. */
  readonly customer?: Customer | null;
  /** Only if included: its customer, or null where there is none that whoever asks may read. */
  readonly referrer?: Customer | null;
}

/** The body to create an order. */
export interface OrderCreate {
  /** The order's number. Unique. Cannot be changed after creation. */
  readonly number: string;
  /** The order's status. */
  readonly status?: "open" | "paid" | "shipped" | "cancelled";
  /** The order's total. At most 2 decimal places. */
  readonly total?: number;
  /** The order's weight. */
  readonly weight?: number | null;
  /** The order's items. */
  readonly items?: number;
  /** Whether the order is gift. */
  readonly gift?: boolean;
  /** The order's paid date and time. */
  readonly paidAt?: string | null;
  /** The order's pickup. */
  readonly pickup?: string | null;
  /** The order's tracking. */
  readonly tracking?: string | null;
  /** The order's extras. */
  readonly extras?: unknown;
  /** The customer that the order belongs to. */
  readonly customerId: string;
  /** The customer that is the order's referrer. */
  readonly referrerId?: string | null;
}

/** The body to replace one order. */
export interface OrderReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's number. Unique. Cannot be changed after creation. */
  readonly number: string;
  /** The order's status. */
  readonly status?: "open" | "paid" | "shipped" | "cancelled";
  /** The order's total. At most 2 decimal places. */
  readonly total?: number;
  /** The order's weight. */
  readonly weight?: number | null;
  /** The order's items. */
  readonly items?: number;
  /** Whether the order is gift. */
  readonly gift?: boolean;
  /** The order's paid date and time. */
  readonly paidAt?: string | null;
  /** The order's pickup. */
  readonly pickup?: string | null;
  /** The order's tracking. */
  readonly tracking?: string | null;
  /** The order's extras. */
  readonly extras?: unknown;
  /** The customer that the order belongs to. */
  readonly customerId: string;
  /** The customer that is the order's referrer. */
  readonly referrerId?: string | null;
}

/** The body to change some fields of one order. */
export interface OrderPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's number. Unique. Cannot be changed after creation. */
  readonly number?: string;
  /** The order's status. */
  readonly status?: "open" | "paid" | "shipped" | "cancelled";
  /** The order's total. At most 2 decimal places. */
  readonly total?: number;
  /** The order's weight. */
  readonly weight?: number | null;
  /** The order's items. */
  readonly items?: number;
  /** Whether the order is gift. */
  readonly gift?: boolean;
  /** The order's paid date and time. */
  readonly paidAt?: string | null;
  /** The order's pickup. */
  readonly pickup?: string | null;
  /** The order's tracking. */
  readonly tracking?: string | null;
  /** The order's extras. */
  readonly extras?: unknown;
  /** The customer that the order belongs to. */
  readonly customerId?: string;
  /** The customer that is the order's referrer. */
  readonly referrerId?: string | null;
}

/** What a list of orders can say. */
export interface OrdersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, number, status, total, weight, items, gift, paidAt, pickup, customerId, referrerId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "number"
    | "status"
    | "total"
    | "weight"
    | "items"
    | "gift"
    | "paidAt"
    | "pickup"
    | "tracking"
    | "extras"
    | "customerId"
    | "referrerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("customer" | "referrer")[];
  /** Filter by number. */
  readonly number?: string;
  /** Filter by status. */
  readonly status?: "open" | "paid" | "shipped" | "cancelled";
  /** Filter by total. */
  readonly total?: number;
  /** Filter by weight. Empty stands for null. */
  readonly weight?: number | null;
  /** Filter by items. */
  readonly items?: number;
  /** Filter by gift. */
  readonly gift?: boolean;
  /** Filter by paidAt. Empty stands for null. */
  readonly paidAt?: string | null;
  /** Filter by pickup. Empty stands for null. */
  readonly pickup?: string | null;
  /** Filter by tracking. Empty stands for null. */
  readonly tracking?: string | null;
  /** Filter by customerId. */
  readonly customerId?: string;
  /** Filter by referrerId. Empty stands for null. */
  readonly referrerId?: string | null;
}

/** What a read of one of the orders can say. */
export interface OrdersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "number"
    | "status"
    | "total"
    | "weight"
    | "items"
    | "gift"
    | "paidAt"
    | "pickup"
    | "tracking"
    | "extras"
    | "customerId"
    | "referrerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("customer" | "referrer")[];
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

  /** Pay an order: sets status to paid and paid at to the time. */
  async pay(id: string, options: ConditionalOptions = {}): Promise<Order> {
    return await this.#caller.send<Order>({
      method: "POST",
      path: `/orders/${segment(id)}/pay`,
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

  /** Cancel an order: sets status to cancelled. */
  async cancel(id: string, options: ConditionalOptions = {}): Promise<Order> {
    return await this.#caller.send<Order>({
      method: "POST",
      path: `/orders/${segment(id)}/cancel`,
      options,
    });
  }
}
