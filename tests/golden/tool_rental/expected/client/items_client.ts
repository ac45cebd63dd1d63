/**
 * The part of the client about items.
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

/** One that is deleted can be restored. */
export interface Item {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The item's name. Unique. */
  readonly name: string;
  /** The item's stock. */
  readonly stock: number;
}

/** What is answered about items. */
export interface ItemPage {
  /** The items. */
  readonly items: readonly Item[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create an item. */
export interface ItemCreate {
  /** The item's name. Unique. */
  readonly name: string;
  /** The item's stock. */
  readonly stock?: number;
}

/** The body to replace one item. */
export interface ItemReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The item's name. Unique. */
  readonly name: string;
  /** The item's stock. */
  readonly stock?: number;
}

/** The body to change some fields of one item. */
export interface ItemPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The item's name. Unique. */
  readonly name?: string;
  /** The item's stock. */
  readonly stock?: number;
}

/** What a list of items can say. */
export interface ItemsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name, stock. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by name. */
  readonly name?: string;
  /** Filter by stock. */
  readonly stock?: number;
}

/** Calls the operations about items. */
export class ItemsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List items. */
  async list(
    query: ItemsQuery = {},
    options: CallOptions = {},
  ): Promise<ItemPage> {
    return await this.#caller.send<ItemPage>({
      method: "GET",
      path: "/items",
      query,
      options,
    });
  }

  /** List items. Goes through all pages, each read when it is needed. */
  listAll(
    query: ItemsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Item, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create an item. */
  async create(body: ItemCreate, options: CallOptions = {}): Promise<Item> {
    return await this.#caller.send<Item>({
      method: "POST",
      path: "/items",
      body,
      options,
    });
  }

  /** Read one item. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Item> {
    return await this.#caller.send<Item>({
      method: "GET",
      path: `/items/${segment(id)}`,
      options,
    });
  }

  /** Read one item. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Item | undefined> {
    return await this.#caller.sendIfChanged<Item>({
      method: "GET",
      path: `/items/${segment(id)}`,
      options,
    });
  }

  /** Replace one item. */
  async replace(
    id: string,
    body: ItemReplace,
    options: ConditionalOptions = {},
  ): Promise<Item> {
    return await this.#caller.send<Item>({
      method: "PUT",
      path: `/items/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one item. */
  async patch(
    id: string,
    body: ItemPatch,
    options: ConditionalOptions = {},
  ): Promise<Item> {
    return await this.#caller.send<Item>({
      method: "PATCH",
      path: `/items/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one item. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/items/${segment(id)}`,
      options,
    });
  }

  /** Restore one item that was deleted. */
  async restore(id: string, options: ConditionalOptions = {}): Promise<Item> {
    return await this.#caller.send<Item>({
      method: "POST",
      path: `/items/${segment(id)}/restore`,
      options,
    });
  }
}
