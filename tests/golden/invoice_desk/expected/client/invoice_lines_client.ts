/**
 * The part of the client about invoice lines.
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

/** What is answered about invoice lines. */
export interface InvoiceLinePage {
  /** The items. */
  readonly items: readonly InvoiceLine[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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

/** Calls the operations about invoice lines. */
export class InvoiceLinesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List invoice lines. */
  async list(
    query: InvoiceLinesQuery = {},
    options: CallOptions = {},
  ): Promise<InvoiceLinePage> {
    return await this.#caller.send<InvoiceLinePage>({
      method: "GET",
      path: "/invoice-lines",
      query,
      options,
    });
  }

  /** List invoice lines. Goes through all pages, each read when it is needed. */
  listAll(
    query: InvoiceLinesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<InvoiceLine, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<InvoiceLine> {
    return await this.#caller.send<InvoiceLine>({
      method: "GET",
      path: `/invoice-lines/${segment(id)}`,
      options,
    });
  }

  /** Read one invoice line. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<InvoiceLine | undefined> {
    return await this.#caller.sendIfChanged<InvoiceLine>({
      method: "GET",
      path: `/invoice-lines/${segment(id)}`,
      options,
    });
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
