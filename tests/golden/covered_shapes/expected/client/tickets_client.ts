/**
 * The part of the client about tickets.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A ticket of the system. */
export interface Ticket {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The ticket's code. Unique. Cannot be changed after creation. */
  readonly code: string;
  /** The ticket's seat. */
  readonly seat: string | null;
}

/** The body to create a ticket. */
export interface TicketCreate {
  /** The ticket's code. Unique. Cannot be changed after creation. */
  readonly code: string;
  /** The ticket's seat. */
  readonly seat?: string | null;
}

/** The body to replace one ticket. */
export interface TicketReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The ticket's code. Unique. Cannot be changed after creation. */
  readonly code: string;
  /** The ticket's seat. */
  readonly seat?: string | null;
}

/** Calls the operations about tickets. */
export class TicketsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Create a ticket. */
  async create(body: TicketCreate, options: CallOptions = {}): Promise<Ticket> {
    return await this.#caller.send<Ticket>({
      method: "POST",
      path: "/tickets",
      body,
      options,
    });
  }

  /** Read one ticket. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Ticket> {
    return await this.#caller.send<Ticket>({
      method: "GET",
      path: `/tickets/${segment(id)}`,
      options,
    });
  }

  /** Read one ticket. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Ticket | undefined> {
    return await this.#caller.sendIfChanged<Ticket>({
      method: "GET",
      path: `/tickets/${segment(id)}`,
      options,
    });
  }

  /** Replace one ticket. */
  async replace(
    id: string,
    body: TicketReplace,
    options: ConditionalOptions = {},
  ): Promise<Ticket> {
    return await this.#caller.send<Ticket>({
      method: "PUT",
      path: `/tickets/${segment(id)}`,
      body,
      options,
    });
  }
}
