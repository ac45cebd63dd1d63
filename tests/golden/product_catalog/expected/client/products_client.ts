/**
 * The part of the client about products.
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

/** What is answered about products. */
export interface ProductPage {
  /** The items. */
  readonly items: readonly Product[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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

/** Calls the operations about products. */
export class ProductsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List products. */
  async list(
    query: ProductsQuery = {},
    options: CallOptions = {},
  ): Promise<ProductPage> {
    return await this.#caller.send<ProductPage>({
      method: "GET",
      path: "/products",
      query,
      options,
    });
  }

  /** List products. Goes through all pages, each read when it is needed. */
  listAll(
    query: ProductsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Product, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Read one product. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Product> {
    return await this.#caller.send<Product>({
      method: "GET",
      path: `/products/${segment(id)}`,
      options,
    });
  }

  /** Read one product. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Product | undefined> {
    return await this.#caller.sendIfChanged<Product>({
      method: "GET",
      path: `/products/${segment(id)}`,
      options,
    });
  }
}
