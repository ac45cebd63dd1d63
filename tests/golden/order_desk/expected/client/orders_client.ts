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
  /** The order's number. Unique. */
  readonly number: string;
  /** The order's address. */
  readonly address: OrderAddress;
  /** The order's lines. */
  readonly lines: readonly OrderLine[];
  /** The order's billing. Cannot be changed after creation. */
  readonly billing: OrderBilling | null;
  /** The order's receipt. */
  readonly receipt: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
    readonly url: string;
  } | null;
}

/** Some fields of an order, and what is included. */
export interface OrderSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's number. Unique. */
  readonly number?: string;
  /** The order's address. */
  readonly address?: OrderAddress;
  /** The order's lines. */
  readonly lines?: readonly OrderLine[];
  /** The order's billing. Cannot be changed after creation. */
  readonly billing?: OrderBilling | null;
  /** The order's receipt. */
  readonly receipt?: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
    readonly url: string;
  } | null;
}

/** The body to create an order. */
export interface OrderCreate {
  /** The order's number. Unique. */
  readonly number: string;
  /** The order's address. */
  readonly address: {
    readonly street: string;
    readonly zip: string;
    readonly country?: "DE" | "AT" | "CH";
    readonly floor?: number | null;
    readonly place?:
      | { readonly latitude: number; readonly longitude: number }
      | null;
  };
  /** The order's lines. */
  readonly lines?: ReadonlyArray<
    {
      readonly article: string;
      readonly quantity: number;
      readonly price?: number | null;
      readonly labels?: readonly string[];
      readonly leadTime?: string | null;
    }
  >;
  /** The order's billing. Cannot be changed after creation. */
  readonly billing?: {
    readonly name?: string | null;
    readonly since?: string | null;
  } | null;
}

/** The body to replace one order. */
export interface OrderReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's number. Unique. */
  readonly number: string;
  /** The order's address. */
  readonly address: {
    readonly street: string;
    readonly zip: string;
    readonly country?: "DE" | "AT" | "CH";
    readonly floor?: number | null;
    readonly place?:
      | { readonly latitude: number; readonly longitude: number }
      | null;
  };
  /** The order's lines. */
  readonly lines?: ReadonlyArray<
    {
      readonly article: string;
      readonly quantity: number;
      readonly price?: number | null;
      readonly labels?: readonly string[];
      readonly leadTime?: string | null;
    }
  >;
  /** The order's billing. Cannot be changed after creation. */
  readonly billing?: {
    readonly name?: string | null;
    readonly since?: string | null;
  } | null;
  /** The order's receipt. */
  readonly receipt?: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
    readonly url: string;
  } | null;
}

/** The body to change some fields of one order. */
export interface OrderPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The order's number. Unique. */
  readonly number?: string;
  /** The order's address. */
  readonly address?: {
    readonly street?: string;
    readonly zip?: string;
    readonly country?: "DE" | "AT" | "CH" | null;
    readonly floor?: number | null;
    readonly place?:
      | { readonly latitude?: number; readonly longitude?: number }
      | null;
  };
  /** The order's lines. */
  readonly lines?: ReadonlyArray<
    {
      readonly article: string;
      readonly quantity: number;
      readonly price?: number | null;
      readonly labels?: readonly string[];
      readonly leadTime?: string | null;
    }
  >;
  /** The order's billing. Cannot be changed after creation. */
  readonly billing?: {
    readonly name?: string | null;
    readonly since?: string | null;
  } | null;
  /** The order's receipt. */
  readonly receipt?: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
    readonly url: string;
  } | null;
}

/** The order address's place. */
export interface OrderAddressPlace {
  /** The order address place's latitude. */
  readonly latitude: number;
  /** The order address place's longitude. */
  readonly longitude: number;
}

/** The order's address. */
export interface OrderAddress {
  /** The order address's street. */
  readonly street: string;
  /** The order address's zip. */
  readonly zip: string;
  /** The order address's country. */
  readonly country: "DE" | "AT" | "CH";
  /** The order address's floor. */
  readonly floor: number | null;
  /** The order address's place. */
  readonly place: OrderAddressPlace | null;
}

/** The order's lines. */
export interface OrderLine {
  /** The order line's article. */
  readonly article: string;
  /** The order line's quantity. */
  readonly quantity: number;
  /** The order line's price. At most 2 decimal places. */
  readonly price: number | null;
  /** The order line's labels. */
  readonly labels: readonly string[];
  /** The order line's lead time. At least PT1H. In weeks, days, hours, minutes and whole seconds. */
  readonly leadTime: string | null;
}

/** The order's billing. */
export interface OrderBilling {
  /** The order billing's name. */
  readonly name: string | null;
  /** The order billing's since. */
  readonly since: string | null;
}

/** What a list of orders can say. */
export interface OrdersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, number. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "number"
    | "address"
    | "lines"
    | "billing"
    | "receipt"
  >;
  /** Filter by number. */
  readonly number?: string;
}

/** What a read of one of the orders can say. */
export interface OrdersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "number"
    | "address"
    | "lines"
    | "billing"
    | "receipt"
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
}
