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

/** A product of the system. */
export interface Product {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The product's name. */
  readonly name: string;
  /** The product's price. At most 2 decimal places. */
  readonly price: number | null;
  /** The product's sku. Unique. */
  readonly sku: string | null;
  /** The product's category. */
  readonly category: string | null;
  /** Whether the product is active. */
  readonly isActive: boolean;
}

/** Some fields of a product, and what is included. */
export interface ProductSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The product's name. */
  readonly name?: string;
  /** The product's price. At most 2 decimal places. */
  readonly price?: number | null;
  /** The product's sku. Unique. */
  readonly sku?: string | null;
  /** The product's category. */
  readonly category?: string | null;
  /** Whether the product is active. */
  readonly isActive?: boolean;
}

/** What a list of products can say. */
export interface ProductsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name, price, sku, category, isActive. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "name"
    | "price"
    | "sku"
    | "category"
    | "isActive"
  >;
  /** Filter by name. */
  readonly name?: string;
  /** Filter by price. Empty stands for null. */
  readonly price?: number | null;
  /** Filter by sku. Empty stands for null. */
  readonly sku?: string | null;
  /** Filter by category. Empty stands for null. */
  readonly category?: string | null;
  /** Filter by isActive. */
  readonly isActive?: boolean;
}

/** What a read of one of the products can say. */
export interface ProductsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "name"
    | "price"
    | "sku"
    | "category"
    | "isActive"
  >;
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
}
