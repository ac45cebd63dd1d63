/**
 * The part of the client about products.
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
import type { Supplier } from "./suppliers_client.ts";
import type { Withdrawal } from "./withdrawals_client.ts";

/** What lies in the warehouse. */
export interface Product {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The product's sku. Unique. */
  readonly sku: string;
  /** The product's title. */
  readonly title: string;
  /** The product's stock. */
  readonly stock: number;
  /** The product's status. */
  readonly status: "offered" | "withdrawn";
  /** The supplier that the product belongs to. */
  readonly supplierId: string;
}

/** Some fields of a product, and what is included. */
export interface ProductSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The product's sku. Unique. */
  readonly sku?: string;
  /** The product's title. */
  readonly title?: string;
  /** The product's stock. */
  readonly stock?: number;
  /** The product's status. */
  readonly status?: "offered" | "withdrawn";
  /** The supplier that the product belongs to. */
  readonly supplierId?: string;
  /** Only if included: its supplier, or null where there is none that whoever asks may read. */
  readonly supplier?: Supplier | null;
  /** Only if included: its withdrawals in their order, at most 200, or 20 of each in a list. */
  readonly withdrawals?: readonly Withdrawal[];
}

/** The body to create a product. */
export interface ProductCreate {
  /** The product's sku. Unique. */
  readonly sku: string;
  /** The product's title. */
  readonly title: string;
  /** The product's stock. */
  readonly stock?: number;
  /** The product's status. */
  readonly status?: "offered" | "withdrawn";
  /** The supplier that the product belongs to. */
  readonly supplierId: string;
}

/** The body to replace one product. */
export interface ProductReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The product's sku. Unique. */
  readonly sku: string;
  /** The product's title. */
  readonly title: string;
  /** The product's stock. */
  readonly stock?: number;
  /** The product's status. */
  readonly status?: "offered" | "withdrawn";
  /** The supplier that the product belongs to. */
  readonly supplierId: string;
}

/** The body to change some fields of one product. */
export interface ProductPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The product's sku. Unique. */
  readonly sku?: string;
  /** The product's title. */
  readonly title?: string;
  /** The product's stock. */
  readonly stock?: number;
  /** The product's status. */
  readonly status?: "offered" | "withdrawn";
  /** The supplier that the product belongs to. */
  readonly supplierId?: string;
}

/** What a list of products can say. */
export interface ProductsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, sku, title, stock, status, supplierId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "sku"
    | "title"
    | "stock"
    | "status"
    | "supplierId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("supplier" | "withdrawals")[];
  /** Filter by sku. */
  readonly sku?: string;
  /** Filter by title. */
  readonly title?: string;
  /** Filter by stock. */
  readonly stock?: number;
  /** Filter by status. */
  readonly status?: "offered" | "withdrawn";
  /** Filter by supplierId. */
  readonly supplierId?: string;
}

/** What a read of one of the products can say. */
export interface ProductsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "sku"
    | "title"
    | "stock"
    | "status"
    | "supplierId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("supplier" | "withdrawals")[];
}

/** Calls the operations about products. */
export class ProductsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List products. */
  async list<const Q extends ProductsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Product, ProductSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Product, ProductSelection, Q>>
    >({ method: "GET", path: "/products", query, options });
  }

  /** List products. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ProductsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Product, ProductSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a product. */
  async create(
    body: ProductCreate,
    options: CallOptions = {},
  ): Promise<Product> {
    return await this.#caller.send<Product>({
      method: "POST",
      path: "/products",
      body,
      options,
    });
  }

  /** Read one product. */
  async get<const Q extends ProductsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Product, ProductSelection, Q>> {
    return await this.#caller.send<Selected<Product, ProductSelection, Q>>({
      method: "GET",
      path: `/products/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one product. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ProductsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Product, ProductSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Product, ProductSelection, Q>
    >({ method: "GET", path: `/products/${segment(id)}`, query, options });
  }

  /** Replace one product. */
  async replace(
    id: string,
    body: ProductReplace,
    options: ConditionalOptions = {},
  ): Promise<Product> {
    return await this.#caller.send<Product>({
      method: "PUT",
      path: `/products/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one product. */
  async patch(
    id: string,
    body: ProductPatch,
    options: ConditionalOptions = {},
  ): Promise<Product> {
    return await this.#caller.send<Product>({
      method: "PATCH",
      path: `/products/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one product. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/products/${segment(id)}`,
      options,
    });
  }

  /** Withdraw a product: sets status to withdrawn. */
  async withdraw(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Product> {
    return await this.#caller.send<Product>({
      method: "POST",
      path: `/products/${segment(id)}/withdraw`,
      options,
    });
  }

  /** Restore one product that was deleted. */
  async restore(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Product> {
    return await this.#caller.send<Product>({
      method: "POST",
      path: `/products/${segment(id)}/restore`,
      options,
    });
  }
}
