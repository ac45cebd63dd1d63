/**
 * The part of the client about rentals.
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
import type { Tool } from "./tools_client.ts";

/** A tool for one person at a time. */
export interface Rental {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The rental's status. */
  readonly status: "asked" | "confirmed" | "cancelled";
  /** The rental's starts date and time. */
  readonly startsAt: string;
  /** The rental's ends date and time. */
  readonly endsAt: string;
  /** The rental's person. */
  readonly person: string;
  /** The tool that the rental belongs to. */
  readonly toolId: string;
}

/** Some fields of a rental, and what is included. */
export interface RentalSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The rental's status. */
  readonly status?: "asked" | "confirmed" | "cancelled";
  /** The rental's starts date and time. */
  readonly startsAt?: string;
  /** The rental's ends date and time. */
  readonly endsAt?: string;
  /** The rental's person. */
  readonly person?: string;
  /** The tool that the rental belongs to. */
  readonly toolId?: string;
  /** Only if included: its tool, or null where there is none that whoever asks may read. */
  readonly tool?: Tool | null;
}

/** The body to create a rental. */
export interface RentalCreate {
  /** The rental's status. */
  readonly status?: "asked" | "confirmed" | "cancelled";
  /** The rental's starts date and time. */
  readonly startsAt: string;
  /** The rental's ends date and time. */
  readonly endsAt: string;
  /** The rental's person. */
  readonly person: string;
  /** The tool that the rental belongs to. */
  readonly toolId: string;
}

/** The body to replace one rental. */
export interface RentalReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The rental's status. */
  readonly status?: "asked" | "confirmed" | "cancelled";
  /** The rental's starts date and time. */
  readonly startsAt: string;
  /** The rental's ends date and time. */
  readonly endsAt: string;
  /** The rental's person. */
  readonly person: string;
  /** The tool that the rental belongs to. */
  readonly toolId: string;
}

/** The body to change some fields of one rental. */
export interface RentalPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The rental's status. */
  readonly status?: "asked" | "confirmed" | "cancelled";
  /** The rental's starts date and time. */
  readonly startsAt?: string;
  /** The rental's ends date and time. */
  readonly endsAt?: string;
  /** The rental's person. */
  readonly person?: string;
  /** The tool that the rental belongs to. */
  readonly toolId?: string;
}

/** What a list of rentals can say. */
export interface RentalsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, status, startsAt, endsAt, person, toolId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "status"
    | "startsAt"
    | "endsAt"
    | "person"
    | "toolId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "tool"[];
  /** Filter by status. */
  readonly status?: "asked" | "confirmed" | "cancelled";
  /** Filter by startsAt. */
  readonly startsAt?: string;
  /** Filter by endsAt. */
  readonly endsAt?: string;
  /** Filter by person. */
  readonly person?: string;
  /** Filter by toolId. */
  readonly toolId?: string;
}

/** What a read of one of the rentals can say. */
export interface RentalsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "status"
    | "startsAt"
    | "endsAt"
    | "person"
    | "toolId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "tool"[];
}

/** Calls the operations about rentals. */
export class RentalsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List rentals. */
  async list<const Q extends RentalsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Rental, RentalSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Rental, RentalSelection, Q>>
    >({ method: "GET", path: "/rentals", query, options });
  }

  /** List rentals. Goes through all pages, each read when it is needed. */
  listAll<const Q extends RentalsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Rental, RentalSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a rental. */
  async create(body: RentalCreate, options: CallOptions = {}): Promise<Rental> {
    return await this.#caller.send<Rental>({
      method: "POST",
      path: "/rentals",
      body,
      options,
    });
  }

  /** Read one rental. */
  async get<const Q extends RentalsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Rental, RentalSelection, Q>> {
    return await this.#caller.send<Selected<Rental, RentalSelection, Q>>({
      method: "GET",
      path: `/rentals/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one rental. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends RentalsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Rental, RentalSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Rental, RentalSelection, Q>
    >({ method: "GET", path: `/rentals/${segment(id)}`, query, options });
  }

  /** Replace one rental. */
  async replace(
    id: string,
    body: RentalReplace,
    options: ConditionalOptions = {},
  ): Promise<Rental> {
    return await this.#caller.send<Rental>({
      method: "PUT",
      path: `/rentals/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one rental. */
  async patch(
    id: string,
    body: RentalPatch,
    options: ConditionalOptions = {},
  ): Promise<Rental> {
    return await this.#caller.send<Rental>({
      method: "PATCH",
      path: `/rentals/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one rental. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/rentals/${segment(id)}`,
      options,
    });
  }

  /** Confirm a rental: sets status to confirmed. */
  async confirm(id: string, options: ConditionalOptions = {}): Promise<Rental> {
    return await this.#caller.send<Rental>({
      method: "POST",
      path: `/rentals/${segment(id)}/confirm`,
      options,
    });
  }

  /** Cancel a rental: sets status to cancelled. */
  async cancel(id: string, options: ConditionalOptions = {}): Promise<Rental> {
    return await this.#caller.send<Rental>({
      method: "POST",
      path: `/rentals/${segment(id)}/cancel`,
      options,
    });
  }

  /** Renew a rental: sets status to asked. */
  async renew(id: string, options: ConditionalOptions = {}): Promise<Rental> {
    return await this.#caller.send<Rental>({
      method: "POST",
      path: `/rentals/${segment(id)}/renew`,
      options,
    });
  }
}
