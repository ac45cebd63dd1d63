/**
 * The part of the client about visits.
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
import type { Colleague } from "./colleagues_client.ts";

/** A visit of the system. */
export interface Visit {
  /** Set by the server. */
  readonly id: string;
  /** The visit's number. Unique. Counted by the server. */
  readonly number: number;
  /** The visit's reason. */
  readonly reason: string;
  /** The visit's fee. At most 2 decimal places. */
  readonly fee: number;
  /** The visit's due date. */
  readonly due_on: string | null;
  /** The x ray. */
  readonly x_ray: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly size: number;
    readonly sha256: string;
    readonly url: string;
  } | null;
  /** The by. */
  readonly by: Colleague;
  /** The helper. */
  readonly helper: Colleague | null;
}

/** The body to create a visit. */
export interface VisitCreate {
  /** The visit's reason. */
  readonly reason: string;
  /** The visit's fee. At most 2 decimal places. */
  readonly fee: number;
  /** The visit's due date. */
  readonly due_on?: string | null;
  /** The practice that the visit belongs to. Cannot be changed after creation. */
  readonly practice_id?: string;
  /** The user that is the visit's by. Cannot be changed after creation. */
  readonly by_id?: string;
  /** The user that is the visit's helper. */
  readonly helper_id?: string | null;
}

/** The body to replace a visit. */
export interface VisitReplace {
  /** The visit's reason. */
  readonly reason: string;
  /** The visit's fee. At most 2 decimal places. */
  readonly fee: number;
  /** The visit's due date. */
  readonly due_on?: string | null;
  /** The practice that the visit belongs to. Cannot be changed after creation. */
  readonly practice_id?: string;
  /** The user that is the visit's by. Cannot be changed after creation. */
  readonly by_id?: string;
  /** The user that is the visit's helper. */
  readonly helper_id?: string | null;
}

/** The body to change some fields of a visit. */
export interface VisitPatch {
  /** The visit's reason. */
  readonly reason?: string;
  /** The visit's fee. At most 2 decimal places. */
  readonly fee?: number;
  /** The visit's due date. */
  readonly due_on?: string | null;
  /** The practice that the visit belongs to. Cannot be changed after creation. */
  readonly practice_id?: string;
  /** The user that is the visit's by. Cannot be changed after creation. */
  readonly by_id?: string;
  /** The user that is the visit's helper. */
  readonly helper_id?: string | null;
}

/** A group of visits. */
export interface VisitPerDayGroup {
  /** What those of the group have in common. */
  readonly due_on: string | null;
  /** How many are in the group. */
  readonly count: number;
  /** The sum. */
  readonly sum: { readonly fee: string };
}

/** A page of visits. */
export interface VisitsPage {
  /** The visits. */
  readonly visits: readonly Visit[];
  /** How many there are on all pages. */
  readonly visits_count: number;
}

/** What a list of visits can say. */
export interface VisitsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, number, reason, fee, due_on. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this number. */
  readonly number?: number;
  /** Only with this reason. */
  readonly reason?: string;
  /** Only with this fee. */
  readonly fee?: number;
  /** Only with this due_on. */
  readonly due_on?: string;
}

/** What a list of visits can say. */
export interface VisitsPerDayQuery {
  /** Only with this number. */
  readonly number?: number;
  /** Only with this reason. */
  readonly reason?: string;
  /** Only with this fee. */
  readonly fee?: number;
  /** Only with this due_on. */
  readonly due_on?: string;
}

/** Calls the operations about visits. */
export class VisitsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List visits. */
  async list(
    chip: string,
    query: VisitsQuery = {},
    options: CallOptions = {},
  ): Promise<VisitsPage> {
    return await this.#caller.send<VisitsPage>({
      method: "GET",
      path: `/api/animals/${segment(chip)}/visits`,
      query,
      options,
    });
  }

  /** List visits. Goes through all pages, each read when it is needed. */
  listAll(
    chip: string,
    query: VisitsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Visit, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list(chip, { ...query, offset }, options);
      return { items: page.visits, total: page.visits_count };
    });
  }

  /** Create a visit. */
  async create(
    chip: string,
    body: VisitCreate,
    options: CallOptions = {},
  ): Promise<Visit> {
    return await this.#caller.send<Visit>({
      method: "POST",
      path: `/api/animals/${segment(chip)}/visits`,
      body: { visit: body },
      under: "visit",
      options,
    });
  }

  /** Read a visit. */
  async get(
    chip: string,
    numberEntity: number,
    options: ConditionalOptions = {},
  ): Promise<Visit> {
    return await this.#caller.send<Visit>({
      method: "GET",
      path: `/api/animals/${segment(chip)}/visits/${segment(numberEntity)}`,
      under: "visit",
      options,
    });
  }

  /** Replace a visit. */
  async replace(
    chip: string,
    numberEntity: number,
    body: VisitReplace,
    options: ConditionalOptions = {},
  ): Promise<Visit> {
    return await this.#caller.send<Visit>({
      method: "PUT",
      path: `/api/animals/${segment(chip)}/visits/${segment(numberEntity)}`,
      body: { visit: body },
      under: "visit",
      options,
    });
  }

  /** Change some fields of a visit. */
  async patch(
    chip: string,
    numberEntity: number,
    body: VisitPatch,
    options: ConditionalOptions = {},
  ): Promise<Visit> {
    return await this.#caller.send<Visit>({
      method: "PATCH",
      path: `/api/animals/${segment(chip)}/visits/${segment(numberEntity)}`,
      body: { visit: body },
      under: "visit",
      options,
    });
  }

  /** Delete a visit. */
  async delete(
    chip: string,
    numberEntity: number,
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/animals/${segment(chip)}/visits/${segment(numberEntity)}`,
      options,
    });
  }

  /** Count visits by due on, with the sum of fee. */
  async perDay(
    chip: string,
    query: VisitsPerDayQuery = {},
    options: CallOptions = {},
  ): Promise<readonly VisitPerDayGroup[]> {
    return await this.#caller.send<readonly VisitPerDayGroup[]>({
      method: "GET",
      path: `/api/animals/${segment(chip)}/visits/per-day`,
      query,
      under: "groups",
      options,
    });
  }

  /** Restore a visit that was deleted. */
  async restore(
    chip: string,
    deletedId: string,
    options: ConditionalOptions = {},
  ): Promise<Visit> {
    return await this.#caller.send<Visit>({
      method: "POST",
      path: `/api/animals/${segment(chip)}/visits/${
        segment(deletedId)
      }/restore`,
      under: "visit",
      options,
    });
  }
}
