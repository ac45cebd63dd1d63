/**
 * The part of the client about bills.
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
import type { Line } from "./lines_client.ts";

/** A bill of the system. */
export interface Bill {
  /** The bill's code. Unique. */
  readonly code: string;
  /** The bill's payer. */
  readonly customer: string;
  /** The bill's status. */
  readonly status: "open" | "paid";
  /** The bill's due date. */
  readonly dueOn: string | null;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The lines. */
  readonly lines: readonly Line[];
  /** How many there are of the kind line. */
  readonly lineCount: number;
  /** The sum of amount of each line; 0 without any. */
  readonly total: number;
}

/** The body to create a bill. */
export interface BillCreate {
  /** The bill's code. Unique. */
  readonly code: string;
  /** The bill's payer. */
  readonly customer: string;
  /** The bill's status. */
  readonly status?: "open" | "paid";
  /** The bill's due date. */
  readonly dueOn?: string | null;
  /** The bill's inner. */
  readonly inner?: string | null;
}

/** The body to replace a bill. */
export interface BillReplace {
  /** The bill's code. Unique. */
  readonly code: string;
  /** The bill's payer. */
  readonly customer: string;
  /** The bill's status. */
  readonly status?: "open" | "paid";
  /** The bill's due date. */
  readonly dueOn?: string | null;
  /** The bill's inner. */
  readonly inner?: string | null;
}

/** The body to change some fields of a bill. */
export interface BillPatch {
  /** The bill's code. Unique. */
  readonly code?: string;
  /** The bill's payer. */
  readonly customer?: string;
  /** The bill's status. */
  readonly status?: "open" | "paid";
  /** The bill's due date. */
  readonly dueOn?: string | null;
  /** The bill's inner. */
  readonly inner?: string | null;
}

/** A group of bills. */
export interface BillByStatusGroup {
  /** What those of the group have in common. */
  readonly status: "open" | "paid";
  /** How many are in the group. */
  readonly count: number;
}

/** A group of bills. */
export interface BillDueEachMonthGroup {
  /** What those of the group have in common. */
  readonly customer: string;
  /** The month, in UTC. */
  readonly dueOn: string | null;
  /** How many are in the group. */
  readonly count: number;
  /** The min. */
  readonly min: { readonly dueOn: string | null };
}

/** What is answered about bills. */
export interface BillBulkPatch {
  /** The code of the bill. */
  readonly code: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly ifMatch?: string;
  /** The changes. */
  readonly changes: BillPatch;
}

/** What is answered about bills. */
export interface BillBulkDelete {
  /** The code of the bill. */
  readonly code: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly ifMatch?: string;
}

/** A page of bills. */
export interface BillsPage {
  /** The items. */
  readonly items: readonly Bill[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** What a list of bills can say. */
export interface BillsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of updatedAt, code, customer, status, dueOn. */
  readonly sort?: string;
  /** Only with this status. */
  readonly state?: "open" | "paid";
  /** Only with this payer. */
  readonly customer?: string;
}

/** What a list of bills can say. */
export interface BillsByStatusQuery {
  /** Only with this status. */
  readonly state?: "open" | "paid";
  /** Only with this payer. */
  readonly customer?: string;
}

/** Calls the operations about bills. */
export class BillsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** The list "open" of bills. */
  async listOpen(
    query: BillsQuery = {},
    options: CallOptions = {},
  ): Promise<BillsPage> {
    return await this.#caller.send<BillsPage>({
      method: "GET",
      path: "/v1/bills/open",
      query,
      options,
    });
  }

  /** The list "open" of bills. Goes through all pages, each read when it is needed. */
  listAllOpen(
    query: BillsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Bill, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.listOpen({ ...query, cursor }, options);
      return page;
    });
  }

  /** List bills. */
  async list(
    query: BillsQuery = {},
    options: CallOptions = {},
  ): Promise<BillsPage> {
    return await this.#caller.send<BillsPage>({
      method: "GET",
      path: "/v1/bills",
      query,
      options,
    });
  }

  /** List bills. Goes through all pages, each read when it is needed. */
  listAll(
    query: BillsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Bill, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a bill. */
  async create(body: BillCreate, options: CallOptions = {}): Promise<Bill> {
    return await this.#caller.send<Bill>({
      method: "POST",
      path: "/v1/bills",
      body,
      options,
    });
  }

  /** Read a bill. */
  async get(code: string, options: ConditionalOptions = {}): Promise<Bill> {
    return await this.#caller.send<Bill>({
      method: "GET",
      path: `/v1/bills/${segment(code)}`,
      options,
    });
  }

  /** Replace a bill. */
  async replace(
    code: string,
    body: BillReplace,
    options: ConditionalOptions = {},
  ): Promise<Bill> {
    return await this.#caller.send<Bill>({
      method: "PUT",
      path: `/v1/bills/${segment(code)}`,
      body,
      options,
    });
  }

  /** Change some fields of a bill. */
  async patch(
    code: string,
    body: BillPatch,
    options: ConditionalOptions = {},
  ): Promise<Bill> {
    return await this.#caller.send<Bill>({
      method: "PATCH",
      path: `/v1/bills/${segment(code)}`,
      body,
      options,
    });
  }

  /** Delete a bill. */
  async delete(code: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/v1/bills/${segment(code)}`,
      options,
    });
  }

  /** Count bills by status. */
  async byStatus(
    query: BillsByStatusQuery = {},
    options: CallOptions = {},
  ): Promise<readonly BillByStatusGroup[]> {
    return await this.#caller.send<readonly BillByStatusGroup[]>({
      method: "GET",
      path: "/v1/bills/by-status",
      query,
      under: "groups",
      options,
    });
  }

  /** Count bills by payer and month of due on, with the least due on. */
  async dueEachMonth(
    query: BillsByStatusQuery = {},
    options: CallOptions = {},
  ): Promise<readonly BillDueEachMonthGroup[]> {
    return await this.#caller.send<readonly BillDueEachMonthGroup[]>({
      method: "GET",
      path: "/v1/bills/due-each-month",
      query,
      under: "groups",
      options,
    });
  }

  /** Create several bills, all or none. */
  async bulkCreate(
    body: readonly BillCreate[],
    options: CallOptions = {},
  ): Promise<readonly Bill[]> {
    return await this.#caller.send<readonly Bill[]>({
      method: "POST",
      path: "/v1/bills/bulk/create",
      body: { items: body },
      under: "items",
      options,
    });
  }

  /** Change some fields of several bills, all or none. */
  async bulkPatch(
    body: readonly BillBulkPatch[],
    options: ConditionalOptions = {},
  ): Promise<readonly Bill[]> {
    return await this.#caller.send<readonly Bill[]>({
      method: "POST",
      path: "/v1/bills/bulk/patch",
      body: { items: body },
      under: "items",
      options,
    });
  }

  /** Delete several bills, all or none. */
  async bulkDelete(
    body: readonly BillBulkDelete[],
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "POST",
      path: "/v1/bills/bulk/delete",
      body: { items: body },
      options,
    });
  }

  /** Pay a bill: sets status to paid. */
  async pay(code: string, options: ConditionalOptions = {}): Promise<Bill> {
    return await this.#caller.send<Bill>({
      method: "POST",
      path: `/v1/bills/${segment(code)}/pay`,
      options,
    });
  }
}
