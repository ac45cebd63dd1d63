/**
 * The part of the client about invoice lines.
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
import type { Invoice } from "./invoices_client.ts";

/** An invoice line of the system. */
export interface InvoiceLine {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The invoice line's description. */
  readonly description: string;
  /** The invoice line's quantity. */
  readonly quantity: number;
  /** The invoice line's unit price. At most 2 decimal places. */
  readonly unitPrice: number;
  /** The invoice line's discount. At most 2 decimal places. */
  readonly discount: number;
  /** The invoice line's tax rate. At most 3 decimal places. */
  readonly taxRate: number | null;
  /** The invoice line's amount. At most 2 decimal places. Computed: quantity * unitPrice - discount. */
  readonly amount: number;
  /** The invoice line's tax. At most 2 decimal places. Computed: amount * taxRate. */
  readonly tax: number | null;
  /** The invoice line's total. At most 2 decimal places. Computed: amount + tax. */
  readonly total: number | null;
  /** The invoice line's per piece. At most 4 decimal places. Computed: amount / quantity. */
  readonly perPiece: number;
  /** The invoice that the invoice line belongs to. */
  readonly invoiceId: string;
}

/** Some fields of an invoice line, and what is included. */
export interface InvoiceLineSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The invoice line's description. */
  readonly description?: string;
  /** The invoice line's quantity. */
  readonly quantity?: number;
  /** The invoice line's unit price. At most 2 decimal places. */
  readonly unitPrice?: number;
  /** The invoice line's discount. At most 2 decimal places. */
  readonly discount?: number;
  /** The invoice line's tax rate. At most 3 decimal places. */
  readonly taxRate?: number | null;
  /** The invoice line's amount. At most 2 decimal places. Computed: quantity * unitPrice - discount. */
  readonly amount?: number;
  /** The invoice line's tax. At most 2 decimal places. Computed: amount * taxRate. */
  readonly tax?: number | null;
  /** The invoice line's total. At most 2 decimal places. Computed: amount + tax. */
  readonly total?: number | null;
  /** The invoice line's per piece. At most 4 decimal places. Computed: amount / quantity. */
  readonly perPiece?: number;
  /** The invoice that the invoice line belongs to. */
  readonly invoiceId?: string;
  /** Only if included: its invoice, or null where there is none that whoever asks may read. */
  readonly invoice?: Invoice | null;
}

/** The body to create an invoice line. */
export interface InvoiceLineCreate {
  /** The invoice line's description. */
  readonly description: string;
  /** The invoice line's quantity. */
  readonly quantity: number;
  /** The invoice line's unit price. At most 2 decimal places. */
  readonly unitPrice: number;
  /** The invoice line's discount. At most 2 decimal places. */
  readonly discount?: number;
  /** The invoice line's tax rate. At most 3 decimal places. */
  readonly taxRate?: number | null;
  /** The invoice that the invoice line belongs to. */
  readonly invoiceId: string;
}

/** The body to replace one invoice line. */
export interface InvoiceLineReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The invoice line's description. */
  readonly description: string;
  /** The invoice line's quantity. */
  readonly quantity: number;
  /** The invoice line's unit price. At most 2 decimal places. */
  readonly unitPrice: number;
  /** The invoice line's discount. At most 2 decimal places. */
  readonly discount?: number;
  /** The invoice line's tax rate. At most 3 decimal places. */
  readonly taxRate?: number | null;
  /** The invoice line's amount. At most 2 decimal places. Computed: quantity * unitPrice - discount. */
  readonly amount?: number;
  /** The invoice line's tax. At most 2 decimal places. Computed: amount * taxRate. */
  readonly tax?: number | null;
  /** The invoice line's total. At most 2 decimal places. Computed: amount + tax. */
  readonly total?: number | null;
  /** The invoice line's per piece. At most 4 decimal places. Computed: amount / quantity. */
  readonly perPiece?: number;
  /** The invoice that the invoice line belongs to. */
  readonly invoiceId: string;
}

/** The body to change some fields of one invoice line. */
export interface InvoiceLinePatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The invoice line's description. */
  readonly description?: string;
  /** The invoice line's quantity. */
  readonly quantity?: number;
  /** The invoice line's unit price. At most 2 decimal places. */
  readonly unitPrice?: number;
  /** The invoice line's discount. At most 2 decimal places. */
  readonly discount?: number;
  /** The invoice line's tax rate. At most 3 decimal places. */
  readonly taxRate?: number | null;
  /** The invoice line's amount. At most 2 decimal places. Computed: quantity * unitPrice - discount. */
  readonly amount?: number;
  /** The invoice line's tax. At most 2 decimal places. Computed: amount * taxRate. */
  readonly tax?: number | null;
  /** The invoice line's total. At most 2 decimal places. Computed: amount + tax. */
  readonly total?: number | null;
  /** The invoice line's per piece. At most 4 decimal places. Computed: amount / quantity. */
  readonly perPiece?: number;
  /** The invoice that the invoice line belongs to. */
  readonly invoiceId?: string;
}

/** What a list of invoice lines can say. */
export interface InvoiceLinesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, description, quantity, unitPrice, discount, taxRate, amount, tax, total, perPiece, invoiceId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "description"
    | "quantity"
    | "unitPrice"
    | "discount"
    | "taxRate"
    | "amount"
    | "tax"
    | "total"
    | "perPiece"
    | "invoiceId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "invoice"[];
  /** Filter by description. */
  readonly description?: string;
  /** Filter by quantity. */
  readonly quantity?: number;
  /** Filter by unitPrice. */
  readonly unitPrice?: number;
  /** Filter by discount. */
  readonly discount?: number;
  /** Filter by taxRate. Empty stands for null. */
  readonly taxRate?: number | null;
  /** Filter by amount. */
  readonly amount?: number;
  /** Filter by tax. Empty stands for null. */
  readonly tax?: number | null;
  /** Filter by total. Empty stands for null. */
  readonly total?: number | null;
  /** Filter by perPiece. */
  readonly perPiece?: number;
  /** Filter by invoiceId. */
  readonly invoiceId?: string;
}

/** What a read of one of the invoice lines can say. */
export interface InvoiceLinesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "description"
    | "quantity"
    | "unitPrice"
    | "discount"
    | "taxRate"
    | "amount"
    | "tax"
    | "total"
    | "perPiece"
    | "invoiceId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "invoice"[];
}

/** Calls the operations about invoice lines. */
export class InvoiceLinesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List invoice lines. */
  async list<const Q extends InvoiceLinesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<InvoiceLine, InvoiceLineSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<InvoiceLine, InvoiceLineSelection, Q>>
    >({ method: "GET", path: "/invoice-lines", query, options });
  }

  /** List invoice lines. Goes through all pages, each read when it is needed. */
  listAll<const Q extends InvoiceLinesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<
    Selected<InvoiceLine, InvoiceLineSelection, Q>,
    void,
    void
  > {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create an invoice line. */
  async create(
    body: InvoiceLineCreate,
    options: CallOptions = {},
  ): Promise<InvoiceLine> {
    return await this.#caller.send<InvoiceLine>({
      method: "POST",
      path: "/invoice-lines",
      body,
      options,
    });
  }

  /** Read one invoice line. */
  async get<const Q extends InvoiceLinesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<InvoiceLine, InvoiceLineSelection, Q>> {
    return await this.#caller.send<
      Selected<InvoiceLine, InvoiceLineSelection, Q>
    >({ method: "GET", path: `/invoice-lines/${segment(id)}`, query, options });
  }

  /** Read one invoice line. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<
    const Q extends InvoiceLinesGetQuery = Record<never, never>,
  >(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<InvoiceLine, InvoiceLineSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<InvoiceLine, InvoiceLineSelection, Q>
    >({ method: "GET", path: `/invoice-lines/${segment(id)}`, query, options });
  }

  /** Replace one invoice line. */
  async replace(
    id: string,
    body: InvoiceLineReplace,
    options: ConditionalOptions = {},
  ): Promise<InvoiceLine> {
    return await this.#caller.send<InvoiceLine>({
      method: "PUT",
      path: `/invoice-lines/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one invoice line. */
  async patch(
    id: string,
    body: InvoiceLinePatch,
    options: ConditionalOptions = {},
  ): Promise<InvoiceLine> {
    return await this.#caller.send<InvoiceLine>({
      method: "PATCH",
      path: `/invoice-lines/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one invoice line. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/invoice-lines/${segment(id)}`,
      options,
    });
  }
}
