/**
 * The part of the client about items.
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
import type { Sale } from "./sales_client.ts";

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

/** Some fields of an item, and what is included. */
export interface ItemSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The item's name. Unique. */
  readonly name?: string;
  /** The item's stock. */
  readonly stock?: number;
  /** Only if included: its sales in their order, at most 200, or 20 of each in a list. */
  readonly sales?: readonly Sale[];
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "stock"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "sales"[];
  /** Filter by name. */
  readonly name?: string;
  /** Filter by stock. */
  readonly stock?: number;
}

/** What a read of one of the items can say. */
export interface ItemsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "stock"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "sales"[];
}

/** Calls the operations about items. */
export class ItemsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List items. */
  async list<const Q extends ItemsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Item, ItemSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Item, ItemSelection, Q>>
    >({ method: "GET", path: "/items", query, options });
  }

  /** List items. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ItemsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Item, ItemSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends ItemsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Item, ItemSelection, Q>> {
    return await this.#caller.send<Selected<Item, ItemSelection, Q>>({
      method: "GET",
      path: `/items/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one item. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ItemsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Item, ItemSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Item, ItemSelection, Q>>({
      method: "GET",
      path: `/items/${segment(id)}`,
      query,
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
