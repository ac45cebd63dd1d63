/**
 * The part of the client about gift cards.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  type CursorPage,
  eachByCursor,
  type KeyedConditionalOptions,
  type KeyedOptions,
  segment,
  type Selected,
} from "../kit/api_client_runtime.ts";
import type { User } from "./auth_client.ts";

/** A gift card of the system. */
export interface GiftCard {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The gift card's title. */
  readonly title: string;
  /** The gift card's amount. At most 2 decimal places. */
  readonly amount: number;
  /** The gift card's status. */
  readonly status: "sold" | "redeemed";
  /** The user that is the gift card's seller. Cannot be changed after creation. */
  readonly sellerId: string;
}

/** Some fields of a gift card, and what is included. */
export interface GiftCardSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The gift card's title. */
  readonly title?: string;
  /** The gift card's amount. At most 2 decimal places. */
  readonly amount?: number;
  /** The gift card's status. */
  readonly status?: "sold" | "redeemed";
  /** The user that is the gift card's seller. Cannot be changed after creation. */
  readonly sellerId?: string;
  /** Only if included: its user, or null where there is none that whoever asks may read. */
  readonly seller?: User | null;
}

/** The body to create a gift card. */
export interface GiftCardCreate {
  /** The gift card's title. */
  readonly title: string;
  /** The gift card's amount. At most 2 decimal places. */
  readonly amount: number;
  /** The gift card's status. */
  readonly status?: "sold" | "redeemed";
  /** The gift card's pin. */
  readonly pin?: string | null;
  /** The user that is the gift card's seller. Cannot be changed after creation. */
  readonly sellerId?: string;
}

/** The body to replace one gift card. */
export interface GiftCardReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The gift card's title. */
  readonly title: string;
  /** The gift card's amount. At most 2 decimal places. */
  readonly amount: number;
  /** The gift card's status. */
  readonly status?: "sold" | "redeemed";
  /** The gift card's pin. */
  readonly pin?: string | null;
  /** The user that is the gift card's seller. Cannot be changed after creation. */
  readonly sellerId?: string;
}

/** The body to change some fields of one gift card. */
export interface GiftCardPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The gift card's title. */
  readonly title?: string;
  /** The gift card's amount. At most 2 decimal places. */
  readonly amount?: number;
  /** The gift card's status. */
  readonly status?: "sold" | "redeemed";
  /** The gift card's pin. */
  readonly pin?: string | null;
  /** The user that is the gift card's seller. Cannot be changed after creation. */
  readonly sellerId?: string;
}

/** What is answered about gift cards. */
export interface GiftCardBulkPatch {
  /** The id of the gift card. */
  readonly id: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly ifMatch?: string;
  /** The changes. */
  readonly changes: GiftCardPatch;
}

/** What is answered about gift cards. */
export interface GiftCardBulkDelete {
  /** The id of the gift card. */
  readonly id: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly ifMatch?: string;
}

/** What a list of gift cards can say. */
export interface GiftCardsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, amount, status, sellerId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "title"
    | "amount"
    | "status"
    | "sellerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "seller"[];
  /** Filter by title. */
  readonly title?: string;
  /** Filter by amount. */
  readonly amount?: number;
  /** Filter by status. */
  readonly status?: "sold" | "redeemed";
  /** Filter by sellerId. */
  readonly sellerId?: string;
}

/** What a read of one of the gift cards can say. */
export interface GiftCardsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "title"
    | "amount"
    | "status"
    | "sellerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "seller"[];
}

/** Calls the operations about gift cards. */
export class GiftCardsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List gift cards. */
  async list<const Q extends GiftCardsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<GiftCard, GiftCardSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<GiftCard, GiftCardSelection, Q>>
    >({ method: "GET", path: "/gift-cards", query, options });
  }

  /** List gift cards. Goes through all pages, each read when it is needed. */
  listAll<const Q extends GiftCardsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<GiftCard, GiftCardSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a gift card. */
  async create(
    body: GiftCardCreate,
    options: KeyedOptions = {},
  ): Promise<GiftCard> {
    return await this.#caller.send<GiftCard>({
      method: "POST",
      path: "/gift-cards",
      body,
      options,
    });
  }

  /** Read one gift card. */
  async get<const Q extends GiftCardsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<GiftCard, GiftCardSelection, Q>> {
    return await this.#caller.send<Selected<GiftCard, GiftCardSelection, Q>>({
      method: "GET",
      path: `/gift-cards/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one gift card. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends GiftCardsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<GiftCard, GiftCardSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<GiftCard, GiftCardSelection, Q>
    >({ method: "GET", path: `/gift-cards/${segment(id)}`, query, options });
  }

  /** Replace one gift card. */
  async replace(
    id: string,
    body: GiftCardReplace,
    options: ConditionalOptions = {},
  ): Promise<GiftCard> {
    return await this.#caller.send<GiftCard>({
      method: "PUT",
      path: `/gift-cards/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one gift card. */
  async patch(
    id: string,
    body: GiftCardPatch,
    options: ConditionalOptions = {},
  ): Promise<GiftCard> {
    return await this.#caller.send<GiftCard>({
      method: "PATCH",
      path: `/gift-cards/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one gift card. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/gift-cards/${segment(id)}`,
      options,
    });
  }

  /** Redeem a gift card: sets status to redeemed. */
  async redeem(
    id: string,
    options: KeyedConditionalOptions = {},
  ): Promise<GiftCard> {
    return await this.#caller.send<GiftCard>({
      method: "POST",
      path: `/gift-cards/${segment(id)}/redeem`,
      options,
    });
  }

  /** Create several gift cards, all or none. */
  async bulkCreate(
    body: readonly GiftCardCreate[],
    options: KeyedOptions = {},
  ): Promise<readonly GiftCard[]> {
    return await this.#caller.send<readonly GiftCard[]>({
      method: "POST",
      path: "/gift-cards/bulk/create",
      body: { items: body },
      under: "items",
      options,
    });
  }

  /** Change some fields of several gift cards, all or none. */
  async bulkPatch(
    body: readonly GiftCardBulkPatch[],
    options: KeyedConditionalOptions = {},
  ): Promise<readonly GiftCard[]> {
    return await this.#caller.send<readonly GiftCard[]>({
      method: "POST",
      path: "/gift-cards/bulk/patch",
      body: { items: body },
      under: "items",
      options,
    });
  }

  /** Delete several gift cards, all or none. */
  async bulkDelete(
    body: readonly GiftCardBulkDelete[],
    options: KeyedConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "POST",
      path: "/gift-cards/bulk/delete",
      body: { items: body },
      options,
    });
  }

  /** Restore one gift card that was deleted. */
  async restore(
    id: string,
    options: KeyedConditionalOptions = {},
  ): Promise<GiftCard> {
    return await this.#caller.send<GiftCard>({
      method: "POST",
      path: `/gift-cards/${segment(id)}/restore`,
      options,
    });
  }
}
