/**
 * The part of the client about seat requests.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  eachByOffset,
  segment,
} from "../kit/api_client_runtime.ts";
import type { Person } from "./people_client.ts";

/** A seat request of the system. */
export interface SeatRequest {
  /** Set by the server. */
  readonly id: string;
  /** The seat request's seats. */
  readonly seats: number;
  /** The seat request's status. */
  readonly status: "asked" | "granted";
  /** The by. */
  readonly by: Person;
}

/** The body to create a seat request. */
export interface SeatRequestCreate {
  /** The seat request's seats. */
  readonly seats: number;
  /** The seat request's status. */
  readonly status?: "asked" | "granted";
  /** The user that is the seat request's by. Cannot be changed after creation. */
  readonly by_id?: string;
}

/** The body to replace a seat request. */
export interface SeatRequestReplace {
  /** The seat request's seats. */
  readonly seats: number;
  /** The seat request's status. */
  readonly status?: "asked" | "granted";
  /** The user that is the seat request's by. Cannot be changed after creation. */
  readonly by_id?: string;
}

/** The body to change some fields of a seat request. */
export interface SeatRequestPatch {
  /** The seat request's seats. */
  readonly seats?: number;
  /** The seat request's status. */
  readonly status?: "asked" | "granted";
  /** The user that is the seat request's by. Cannot be changed after creation. */
  readonly by_id?: string;
}

/** A page of seat requests. */
export interface SeatRequestsPage {
  /** The seat requests. */
  readonly seat_requests: readonly SeatRequest[];
  /** How many there are on all pages. */
  readonly seat_requests_count: number;
}

/** What a list of seat requests can say. */
export interface SeatRequestsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, seats, status. */
  readonly sort?: string;
  /** Only with this seats. */
  readonly seats?: number;
  /** Only with this status. */
  readonly status?: "asked" | "granted";
}

/** Calls the operations about seat requests. */
export class SeatRequestsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List seat requests. */
  async list(
    code: string,
    query: SeatRequestsQuery = {},
    options: CallOptions = {},
  ): Promise<SeatRequestsPage> {
    return await this.#caller.send<SeatRequestsPage>({
      method: "GET",
      path: `/v1/concerts/${segment(code)}/seats`,
      query,
      options,
    });
  }

  /** List seat requests. Goes through all pages, each read when it is needed. */
  listAll(
    code: string,
    query: SeatRequestsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<SeatRequest, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list(code, { ...query, offset }, options);
      return { items: page.seat_requests, total: page.seat_requests_count };
    });
  }

  /** Create a seat request. */
  async create(
    code: string,
    body: SeatRequestCreate,
    options: CallOptions = {},
  ): Promise<SeatRequest> {
    return await this.#caller.send<SeatRequest>({
      method: "POST",
      path: `/v1/concerts/${segment(code)}/seats`,
      body: { seat_request: body },
      under: "seat_request",
      options,
    });
  }

  /** Read a seat request. */
  async get(
    code: string,
    id: string,
    options: ConditionalOptions = {},
  ): Promise<SeatRequest> {
    return await this.#caller.send<SeatRequest>({
      method: "GET",
      path: `/v1/concerts/${segment(code)}/seats/${segment(id)}`,
      under: "seat_request",
      options,
    });
  }

  /** Replace a seat request. */
  async replace(
    code: string,
    id: string,
    body: SeatRequestReplace,
    options: ConditionalOptions = {},
  ): Promise<SeatRequest> {
    return await this.#caller.send<SeatRequest>({
      method: "PUT",
      path: `/v1/concerts/${segment(code)}/seats/${segment(id)}`,
      body: { seat_request: body },
      under: "seat_request",
      options,
    });
  }

  /** Change some fields of a seat request. */
  async patch(
    code: string,
    id: string,
    body: SeatRequestPatch,
    options: ConditionalOptions = {},
  ): Promise<SeatRequest> {
    return await this.#caller.send<SeatRequest>({
      method: "PATCH",
      path: `/v1/concerts/${segment(code)}/seats/${segment(id)}`,
      body: { seat_request: body },
      under: "seat_request",
      options,
    });
  }

  /** Delete a seat request. */
  async delete(
    code: string,
    id: string,
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/v1/concerts/${segment(code)}/seats/${segment(id)}`,
      options,
    });
  }
}
