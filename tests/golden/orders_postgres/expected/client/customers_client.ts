/**
 * The part of the client about customers.
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

/** A customer of the system. */
export interface Customer {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The customer's email. Unique, whatever its case. */
  readonly email: string;
  /** The customer's name. */
  readonly name: string;
  /** The customer's born. */
  readonly born: string | null;
  /** The customer's website. Unique. */
  readonly website: string | null;
}

/** Some fields of a customer, and what is included. */
export interface CustomerSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The customer's email. Unique, whatever its case. */
  readonly email?: string;
  /** The customer's name. */
  readonly name?: string;
  /** The customer's born. */
  readonly born?: string | null;
  /** The customer's website. Unique. */
  readonly website?: string | null;
  /** Only if included: its orders in their order, at most 200, or 20 of each in a list. */
  readonly orders?: readonly Order[];
}

/** The body to create a customer. */
export interface CustomerCreate {
  /** The customer's email. Unique, whatever its case. */
  readonly email: string;
  /** The customer's name. */
  readonly name: string;
  /** The customer's born. */
  readonly born?: string | null;
  /** The customer's website. Unique. */
  readonly website?: string | null;
}

/** The body to replace one customer. */
export interface CustomerReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The customer's email. Unique, whatever its case. */
  readonly email: string;
  /** The customer's name. */
  readonly name: string;
  /** The customer's born. */
  readonly born?: string | null;
  /** The customer's website. Unique. */
  readonly website?: string | null;
}

/** The body to change some fields of one customer. */
export interface CustomerPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The customer's email. Unique, whatever its case. */
  readonly email?: string;
  /** The customer's name. */
  readonly name?: string;
  /** The customer's born. */
  readonly born?: string | null;
  /** The customer's website. Unique. */
  readonly website?: string | null;
}

/** What a list of customers can say. */
export interface CustomersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, email, name, born. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "email" | "name" | "born" | "website"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "orders"[];
  /** Filter by email. */
  readonly email?: string;
  /** Filter by name. */
  readonly name?: string;
  /** Filter by born. Empty stands for null. */
  readonly born?: string | null;
  /** Filter by website. Empty stands for null. */
  readonly website?: string | null;
}

/** What a read of one of the customers can say. */
export interface CustomersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "email" | "name" | "born" | "website"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "orders"[];
}

/** Calls the operations about customers. */
export class CustomersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List customers. */
  async list<const Q extends CustomersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Customer, CustomerSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Customer, CustomerSelection, Q>>
    >({ method: "GET", path: "/customers", query, options });
  }

  /** List customers. Goes through all pages, each read when it is needed. */
  listAll<const Q extends CustomersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Customer, CustomerSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a customer. */
  async create(
    body: CustomerCreate,
    options: CallOptions = {},
  ): Promise<Customer> {
    return await this.#caller.send<Customer>({
      method: "POST",
      path: "/customers",
      body,
      options,
    });
  }

  /** Read one customer. */
  async get<const Q extends CustomersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Customer, CustomerSelection, Q>> {
    return await this.#caller.send<Selected<Customer, CustomerSelection, Q>>({
      method: "GET",
      path: `/customers/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one customer. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends CustomersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Customer, CustomerSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Customer, CustomerSelection, Q>
    >({ method: "GET", path: `/customers/${segment(id)}`, query, options });
  }

  /** Replace one customer. */
  async replace(
    id: string,
    body: CustomerReplace,
    options: ConditionalOptions = {},
  ): Promise<Customer> {
    return await this.#caller.send<Customer>({
      method: "PUT",
      path: `/customers/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one customer. */
  async patch(
    id: string,
    body: CustomerPatch,
    options: ConditionalOptions = {},
  ): Promise<Customer> {
    return await this.#caller.send<Customer>({
      method: "PATCH",
      path: `/customers/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one customer. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/customers/${segment(id)}`,
      options,
    });
  }
}
