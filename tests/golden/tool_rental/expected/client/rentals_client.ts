/**
 * The part of the client about rentals.
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

/** What is answered about rentals. */
export interface RentalPage {
  /** The items. */
  readonly items: readonly Rental[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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

/** Calls the operations about rentals. */
export class RentalsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List rentals. */
  async list(
    query: RentalsQuery = {},
    options: CallOptions = {},
  ): Promise<RentalPage> {
    return await this.#caller.send<RentalPage>({
      method: "GET",
      path: "/rentals",
      query,
      options,
    });
  }

  /** List rentals. Goes through all pages, each read when it is needed. */
  listAll(
    query: RentalsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Rental, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<Rental> {
    return await this.#caller.send<Rental>({
      method: "GET",
      path: `/rentals/${segment(id)}`,
      options,
    });
  }

  /** Read one rental. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Rental | undefined> {
    return await this.#caller.sendIfChanged<Rental>({
      method: "GET",
      path: `/rentals/${segment(id)}`,
      options,
    });
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
