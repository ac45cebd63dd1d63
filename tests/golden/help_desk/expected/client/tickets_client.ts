/**
 * The part of the client about tickets.
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
import type { User } from "./auth_client.ts";

/** A ticket of the system. */
export interface Ticket {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The ticket's title. */
  readonly title: string;
  /** The ticket's slug. Unique. Made of title at creation, with a number when it is taken. */
  readonly slug: string;
  /** The ticket's status. */
  readonly status: "open" | "closed";
  /** The user that is the ticket's customer. Cannot be changed after creation. */
  readonly customerId: string;
}

/** Some fields of a ticket, and what is included. */
export interface TicketSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The ticket's title. */
  readonly title?: string;
  /** The ticket's slug. Unique. Made of title at creation, with a number when it is taken. */
  readonly slug?: string;
  /** The ticket's status. */
  readonly status?: "open" | "closed";
  /** The user that is the ticket's customer. Cannot be changed after creation. */
  readonly customerId?: string;
  /** Only if included: its user, or null where there is none that whoever asks may read. */
  readonly customer?: User | null;
}

/** The body to create a ticket. */
export interface TicketCreate {
  /** The ticket's title. */
  readonly title: string;
  /** The ticket's status. */
  readonly status?: "open" | "closed";
  /** The ticket's secret. */
  readonly secret?: string | null;
  /** The user that is the ticket's customer. Cannot be changed after creation. */
  readonly customerId?: string;
}

/** The body to replace one ticket. */
export interface TicketReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The ticket's title. */
  readonly title: string;
  /** The ticket's slug. Unique. Made of title at creation, with a number when it is taken. */
  readonly slug?: string;
  /** The ticket's status. */
  readonly status?: "open" | "closed";
  /** The ticket's secret. */
  readonly secret?: string | null;
  /** The user that is the ticket's customer. Cannot be changed after creation. */
  readonly customerId?: string;
}

/** The body to change some fields of one ticket. */
export interface TicketPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The ticket's title. */
  readonly title?: string;
  /** The ticket's slug. Unique. Made of title at creation, with a number when it is taken. */
  readonly slug?: string;
  /** The ticket's status. */
  readonly status?: "open" | "closed";
  /** The ticket's secret. */
  readonly secret?: string | null;
  /** The user that is the ticket's customer. Cannot be changed after creation. */
  readonly customerId?: string;
}

/** What a list of tickets can say. */
export interface TicketsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, slug, status, customerId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "title"
    | "slug"
    | "status"
    | "customerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "customer"[];
  /** Filter by title. */
  readonly title?: string;
  /** Filter by slug. */
  readonly slug?: string;
  /** Filter by status. */
  readonly status?: "open" | "closed";
  /** Filter by customerId. */
  readonly customerId?: string;
}

/** What a read of one of the tickets can say. */
export interface TicketsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "title"
    | "slug"
    | "status"
    | "customerId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "customer"[];
}

/** Calls the operations about tickets. */
export class TicketsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tickets. */
  async list<const Q extends TicketsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Ticket, TicketSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Ticket, TicketSelection, Q>>
    >({ method: "GET", path: "/tickets", query, options });
  }

  /** List tickets. Goes through all pages, each read when it is needed. */
  listAll<const Q extends TicketsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Ticket, TicketSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
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
  async get<const Q extends TicketsGetQuery = Record<never, never>>(
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
  async getIfChanged<const Q extends TicketsGetQuery = Record<never, never>>(
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

  /** Change some fields of one ticket. */
  async patch(
    id: string,
    body: TicketPatch,
    options: ConditionalOptions = {},
  ): Promise<Ticket> {
    return await this.#caller.send<Ticket>({
      method: "PATCH",
      path: `/tickets/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one ticket. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/tickets/${segment(id)}`,
      options,
    });
  }

  /** Close a ticket: sets status to closed. */
  async close(id: string, options: ConditionalOptions = {}): Promise<Ticket> {
    return await this.#caller.send<Ticket>({
      method: "POST",
      path: `/tickets/${segment(id)}/close`,
      options,
    });
  }
}
