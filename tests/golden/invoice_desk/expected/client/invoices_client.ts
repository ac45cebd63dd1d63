/**
 * The part of the client about invoices.
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
import type { InvoiceLine } from "./invoice_lines_client.ts";

/** An invoice of the system. */
export interface Invoice {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The invoice's number. */
  readonly number: string;
  /** The invoice's status. */
  readonly status: "draft" | "sent" | "paid";
  /** The invoice's sent date and time. */
  readonly sentAt: string | null;
}

/** Some fields of an invoice, and what is included. */
export interface InvoiceSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The invoice's number. */
  readonly number?: string;
  /** The invoice's status. */
  readonly status?: "draft" | "sent" | "paid";
  /** The invoice's sent date and time. */
  readonly sentAt?: string | null;
  /** Only if included: its invoice lines in their order, at most 200, or 20 of each in a list. */
  readonly invoiceLines?: readonly InvoiceLine[];
}

/** The body to create an invoice. */
export interface InvoiceCreate {
  /** The invoice's number. */
  readonly number: string;
  /** What the customer has to know to see it. */
  readonly accessCode?: string | null;
}

/** The body to replace one invoice. */
export interface InvoiceReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The invoice's number. */
  readonly number: string;
  /** The invoice's status. */
  readonly status?: "draft" | "sent" | "paid";
  /** The invoice's sent date and time. */
  readonly sentAt?: string | null;
  /** What the customer has to know to see it. */
  readonly accessCode?: string | null;
}

/** The body to change some fields of one invoice. */
export interface InvoicePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The invoice's number. */
  readonly number?: string;
  /** The invoice's status. */
  readonly status?: "draft" | "sent" | "paid";
  /** The invoice's sent date and time. */
  readonly sentAt?: string | null;
  /** What the customer has to know to see it. */
  readonly accessCode?: string | null;
}

/** What a list of invoices can say. */
export interface InvoicesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, number, status, sentAt. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "number" | "status" | "sentAt"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "invoiceLines"[];
  /** Filter by number. */
  readonly number?: string;
  /** Filter by status. */
  readonly status?: "draft" | "sent" | "paid";
  /** Filter by sentAt. Empty stands for null. */
  readonly sentAt?: string | null;
}

/** What a read of one of the invoices can say. */
export interface InvoicesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "number" | "status" | "sentAt"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "invoiceLines"[];
}

/** Calls the operations about invoices. */
export class InvoicesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List invoices. */
  async list<const Q extends InvoicesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Invoice, InvoiceSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Invoice, InvoiceSelection, Q>>
    >({ method: "GET", path: "/invoices", query, options });
  }

  /** List invoices. Goes through all pages, each read when it is needed. */
  listAll<const Q extends InvoicesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Invoice, InvoiceSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create an invoice. */
  async create(
    body: InvoiceCreate,
    options: CallOptions = {},
  ): Promise<Invoice> {
    return await this.#caller.send<Invoice>({
      method: "POST",
      path: "/invoices",
      body,
      options,
    });
  }

  /** Read one invoice. */
  async get<const Q extends InvoicesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Invoice, InvoiceSelection, Q>> {
    return await this.#caller.send<Selected<Invoice, InvoiceSelection, Q>>({
      method: "GET",
      path: `/invoices/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one invoice. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends InvoicesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Invoice, InvoiceSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Invoice, InvoiceSelection, Q>
    >({ method: "GET", path: `/invoices/${segment(id)}`, query, options });
  }

  /** Replace one invoice. */
  async replace(
    id: string,
    body: InvoiceReplace,
    options: ConditionalOptions = {},
  ): Promise<Invoice> {
    return await this.#caller.send<Invoice>({
      method: "PUT",
      path: `/invoices/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one invoice. */
  async patch(
    id: string,
    body: InvoicePatch,
    options: ConditionalOptions = {},
  ): Promise<Invoice> {
    return await this.#caller.send<Invoice>({
      method: "PATCH",
      path: `/invoices/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one invoice. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/invoices/${segment(id)}`,
      options,
    });
  }

  /** Send an invoice: sets status to sent and sent at to the time. */
  async send(id: string, options: ConditionalOptions = {}): Promise<Invoice> {
    return await this.#caller.send<Invoice>({
      method: "POST",
      path: `/invoices/${segment(id)}/send`,
      options,
    });
  }

  /** Pay an invoice: sets status to paid. */
  async pay(id: string, options: ConditionalOptions = {}): Promise<Invoice> {
    return await this.#caller.send<Invoice>({
      method: "POST",
      path: `/invoices/${segment(id)}/pay`,
      options,
    });
  }
}
