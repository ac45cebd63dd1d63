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
  type Selected,
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

/** Some fields of a ticket, and what is included. */
export interface TicketSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The ticket's code. Unique. Cannot be changed after creation. */
  readonly code?: string;
  /** The ticket's seat. */
  readonly seat?: string | null;
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

/** What a read of one of the tickets can say. */
export interface TicketsQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "code" | "seat"
  >;
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
  async get<const Q extends TicketsQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Ticket, TicketSelection, Q>> {
    return await this.#caller.send<Selected<Ticket, TicketSelection, Q>>({
      method: "GET",
      path: `/tickets/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one ticket. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends TicketsQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Ticket, TicketSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Ticket, TicketSelection, Q>
    >({ method: "GET", path: `/tickets/${segment(id)}`, query, options });
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
