/**
 * The part of the client about customers.
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

/** What is answered about customers. */
export interface CustomerPage {
  /** The items. */
  readonly items: readonly Customer[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by email. */
  readonly email?: string;
  /** Filter by name. */
  readonly name?: string;
  /** Filter by born. Empty stands for null. */
  readonly born?: string | null;
  /** Filter by website. Empty stands for null. */
  readonly website?: string | null;
}

/** Calls the operations about customers. */
export class CustomersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List customers. */
  async list(
    query: CustomersQuery = {},
    options: CallOptions = {},
  ): Promise<CustomerPage> {
    return await this.#caller.send<CustomerPage>({
      method: "GET",
      path: "/customers",
      query,
      options,
    });
  }

  /** List customers. Goes through all pages, each read when it is needed. */
  listAll(
    query: CustomersQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Customer, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Customer> {
    return await this.#caller.send<Customer>({
      method: "GET",
      path: `/customers/${segment(id)}`,
      options,
    });
  }

  /** Read one customer. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Customer | undefined> {
    return await this.#caller.sendIfChanged<Customer>({
      method: "GET",
      path: `/customers/${segment(id)}`,
      options,
    });
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
