/**
 * The part of the client about invoices.
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

/** What is answered about invoices. */
export interface InvoicePage {
  /** The items. */
  readonly items: readonly Invoice[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by number. */
  readonly number?: string;
  /** Filter by status. */
  readonly status?: "draft" | "sent" | "paid";
  /** Filter by sentAt. Empty stands for null. */
  readonly sentAt?: string | null;
}

/** Calls the operations about invoices. */
export class InvoicesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List invoices. */
  async list(
    query: InvoicesQuery = {},
    options: CallOptions = {},
  ): Promise<InvoicePage> {
    return await this.#caller.send<InvoicePage>({
      method: "GET",
      path: "/invoices",
      query,
      options,
    });
  }

  /** List invoices. Goes through all pages, each read when it is needed. */
  listAll(
    query: InvoicesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Invoice, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Invoice> {
    return await this.#caller.send<Invoice>({
      method: "GET",
      path: `/invoices/${segment(id)}`,
      options,
    });
  }

  /** Read one invoice. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Invoice | undefined> {
    return await this.#caller.sendIfChanged<Invoice>({
      method: "GET",
      path: `/invoices/${segment(id)}`,
      options,
    });
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
