/**
 * The part of the client about suppliers.
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
import type { Product } from "./products_client.ts";

/** A supplier of the system. */
export interface Supplier {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The supplier's name. */
  readonly name: string;
}

/** Some fields of a supplier, and what is included. */
export interface SupplierSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The supplier's name. */
  readonly name?: string;
  /** Only if included: its products in their order, at most 200, or 20 of each in a list. */
  readonly products?: readonly Product[];
}

/** The body to create a supplier. */
export interface SupplierCreate {
  /** The supplier's name. */
  readonly name: string;
}

/** The body to replace one supplier. */
export interface SupplierReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The supplier's name. */
  readonly name: string;
}

/** The body to change some fields of one supplier. */
export interface SupplierPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The supplier's name. */
  readonly name?: string;
}

/** What a list of suppliers can say. */
export interface SuppliersQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "name">;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "products"[];
  /** Filter by name. */
  readonly name?: string;
}

/** What a read of one of the suppliers can say. */
export interface SuppliersGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "name">;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "products"[];
}

/** Calls the operations about suppliers. */
export class SuppliersClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List suppliers. */
  async list<const Q extends SuppliersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Supplier, SupplierSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Supplier, SupplierSelection, Q>>
    >({ method: "GET", path: "/suppliers", query, options });
  }

  /** List suppliers. Goes through all pages, each read when it is needed. */
  listAll<const Q extends SuppliersQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Supplier, SupplierSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a supplier. */
  async create(
    body: SupplierCreate,
    options: CallOptions = {},
  ): Promise<Supplier> {
    return await this.#caller.send<Supplier>({
      method: "POST",
      path: "/suppliers",
      body,
      options,
    });
  }

  /** Read one supplier. */
  async get<const Q extends SuppliersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Supplier, SupplierSelection, Q>> {
    return await this.#caller.send<Selected<Supplier, SupplierSelection, Q>>({
      method: "GET",
      path: `/suppliers/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one supplier. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends SuppliersGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Supplier, SupplierSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Supplier, SupplierSelection, Q>
    >({ method: "GET", path: `/suppliers/${segment(id)}`, query, options });
  }

  /** Replace one supplier. */
  async replace(
    id: string,
    body: SupplierReplace,
    options: ConditionalOptions = {},
  ): Promise<Supplier> {
    return await this.#caller.send<Supplier>({
      method: "PUT",
      path: `/suppliers/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one supplier. */
  async patch(
    id: string,
    body: SupplierPatch,
    options: ConditionalOptions = {},
  ): Promise<Supplier> {
    return await this.#caller.send<Supplier>({
      method: "PATCH",
      path: `/suppliers/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one supplier. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/suppliers/${segment(id)}`,
      options,
    });
  }
}
