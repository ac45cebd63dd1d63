/**
 * The part of the client about withdrawals.
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

/** What somebody takes out. */
export interface Withdrawal {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The withdrawal's quantity. */
  readonly quantity: number;
  /** The withdrawal's status. */
  readonly status: "planned" | "taken";
  /** The product that the withdrawal belongs to. */
  readonly productId: string;
}

/** Some fields of a withdrawal, and what is included. */
export interface WithdrawalSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The withdrawal's quantity. */
  readonly quantity?: number;
  /** The withdrawal's status. */
  readonly status?: "planned" | "taken";
  /** The product that the withdrawal belongs to. */
  readonly productId?: string;
  /** Only if included: its product, or null where there is none that whoever asks may read. */
  readonly product?: Product | null;
}

/** The body to create a withdrawal. */
export interface WithdrawalCreate {
  /** The withdrawal's quantity. */
  readonly quantity: number;
  /** The withdrawal's status. */
  readonly status?: "planned" | "taken";
  /** The product that the withdrawal belongs to. */
  readonly productId: string;
}

/** The body to replace one withdrawal. */
export interface WithdrawalReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The withdrawal's quantity. */
  readonly quantity: number;
  /** The withdrawal's status. */
  readonly status?: "planned" | "taken";
  /** The product that the withdrawal belongs to. */
  readonly productId: string;
}

/** The body to change some fields of one withdrawal. */
export interface WithdrawalPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The withdrawal's quantity. */
  readonly quantity?: number;
  /** The withdrawal's status. */
  readonly status?: "planned" | "taken";
  /** The product that the withdrawal belongs to. */
  readonly productId?: string;
}

/** What a list of withdrawals can say. */
export interface WithdrawalsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, quantity, status, productId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "quantity" | "status" | "productId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "product"[];
  /** Filter by quantity. */
  readonly quantity?: number;
  /** Filter by status. */
  readonly status?: "planned" | "taken";
  /** Filter by productId. */
  readonly productId?: string;
}

/** What a read of one of the withdrawals can say. */
export interface WithdrawalsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "quantity" | "status" | "productId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "product"[];
}

/** Calls the operations about withdrawals. */
export class WithdrawalsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List withdrawals. */
  async list<const Q extends WithdrawalsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Withdrawal, WithdrawalSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Withdrawal, WithdrawalSelection, Q>>
    >({ method: "GET", path: "/withdrawals", query, options });
  }

  /** List withdrawals. Goes through all pages, each read when it is needed. */
  listAll<const Q extends WithdrawalsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Withdrawal, WithdrawalSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a withdrawal. */
  async create(
    body: WithdrawalCreate,
    options: CallOptions = {},
  ): Promise<Withdrawal> {
    return await this.#caller.send<Withdrawal>({
      method: "POST",
      path: "/withdrawals",
      body,
      options,
    });
  }

  /** Read one withdrawal. */
  async get<const Q extends WithdrawalsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Withdrawal, WithdrawalSelection, Q>> {
    return await this.#caller.send<
      Selected<Withdrawal, WithdrawalSelection, Q>
    >({ method: "GET", path: `/withdrawals/${segment(id)}`, query, options });
  }

  /** Read one withdrawal. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<
    const Q extends WithdrawalsGetQuery = Record<never, never>,
  >(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Withdrawal, WithdrawalSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Withdrawal, WithdrawalSelection, Q>
    >({ method: "GET", path: `/withdrawals/${segment(id)}`, query, options });
  }

  /** Replace one withdrawal. */
  async replace(
    id: string,
    body: WithdrawalReplace,
    options: ConditionalOptions = {},
  ): Promise<Withdrawal> {
    return await this.#caller.send<Withdrawal>({
      method: "PUT",
      path: `/withdrawals/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one withdrawal. */
  async patch(
    id: string,
    body: WithdrawalPatch,
    options: ConditionalOptions = {},
  ): Promise<Withdrawal> {
    return await this.#caller.send<Withdrawal>({
      method: "PATCH",
      path: `/withdrawals/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one withdrawal. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/withdrawals/${segment(id)}`,
      options,
    });
  }

  /** Take a withdrawal: sets status to taken. Adds -quantity to product.stock with it, or, where that is not possible, does nothing (409). */
  async take(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Withdrawal> {
    return await this.#caller.send<Withdrawal>({
      method: "POST",
      path: `/withdrawals/${segment(id)}/take`,
      options,
    });
  }
}
