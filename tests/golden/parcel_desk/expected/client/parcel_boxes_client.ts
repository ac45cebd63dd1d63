/**
 * The part of the client about parcel boxes.
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
import type { ParcelSender } from "./parcel_senders_client.ts";

/** A parcel box of the system. */
export interface ParcelBox {
  /** Set by the server. */
  readonly id: string;
  /** The parcel box's box number. Unique. */
  readonly box_number: string;
  /** The parcel box's due date. */
  readonly due_on: string | null;
  /** The parcel box's weight grams. */
  readonly weight_grams: number | null;
  /** The sender of. */
  readonly sender_of: ParcelSender;
  /** How many there are of the kind box note. */
  readonly note_count: number;
  /** Set by the server. */
  readonly created_at: string;
  /** Where it is. */
  readonly self_url: string;
}

/** The body to create a parcel box. */
export interface ParcelBoxCreate {
  /** The parcel box's box number. Unique. */
  readonly box_number: string;
  /** The parcel box's due date. */
  readonly due_on?: string | null;
  /** The parcel box's weight grams. */
  readonly weight_grams?: number | null;
  /** The parcel box's gate code. */
  readonly gate_code?: string | null;
  /** The user that is the parcel box's sender of. Cannot be changed after creation. */
  readonly sender_of_id?: string;
}

/** The body to replace a parcel box. */
export interface ParcelBoxReplace {
  /** The parcel box's box number. Unique. */
  readonly box_number: string;
  /** The parcel box's due date. */
  readonly due_on?: string | null;
  /** The parcel box's weight grams. */
  readonly weight_grams?: number | null;
  /** The parcel box's gate code. */
  readonly gate_code?: string | null;
  /** The user that is the parcel box's sender of. Cannot be changed after creation. */
  readonly sender_of_id?: string;
}

/** The body to change some fields of a parcel box. */
export interface ParcelBoxPatch {
  /** The parcel box's box number. Unique. */
  readonly box_number?: string;
  /** The parcel box's due date. */
  readonly due_on?: string | null;
  /** The parcel box's weight grams. */
  readonly weight_grams?: number | null;
  /** The parcel box's gate code. */
  readonly gate_code?: string | null;
  /** The user that is the parcel box's sender of. Cannot be changed after creation. */
  readonly sender_of_id?: string;
}

/** A group of parcel boxes. */
export interface ParcelBoxBySenderGroup {
  /** The sender of. */
  readonly sender_of: ParcelSender;
  /** How many are in the group. */
  readonly count: number;
  /** The sum. */
  readonly sum: { readonly weight_grams: number };
  /** The avg. */
  readonly avg: { readonly weight_grams: string | null };
}

/** A group of parcel boxes. */
export interface ParcelBoxDueEachDayGroup {
  /** What those of the group have in common. */
  readonly due_on: string | null;
  /** How many are in the group. */
  readonly count: number;
  /** The max. */
  readonly max: { readonly weight_grams: number | null };
}

/** What is answered about parcel boxes. */
export interface ParcelBoxBulkPatch {
  /** The id of the parcel box. */
  readonly id: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly if_match?: string;
  /** The changes. */
  readonly changes: ParcelBoxPatch;
}

/** What is answered about parcel boxes. */
export interface ParcelBoxBulkDelete {
  /** The id of the parcel box. */
  readonly id: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly if_match?: string;
}

/** A page of parcel boxes. */
export interface ParcelBoxesPage {
  /** The parcel boxes. */
  readonly parcel_boxes: readonly ParcelBox[];
  /** Where the next page starts; null on the last page. */
  readonly next_cursor: string | null;
}

/** What a list of parcel boxes can say. */
export interface ParcelBoxesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, created_at, box_number, due_on, weight_grams. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this dueOn. */
  readonly due_on?: string;
  /** Only what belongs to the user with this email. */
  readonly sent_by?: string;
}

/** What a list of parcel boxes can say. */
export interface ParcelBoxesBySenderQuery {
  /** Only with this dueOn. */
  readonly due_on?: string;
  /** Only what belongs to the user with this email. */
  readonly sent_by?: string;
}

/** Calls the operations about parcel boxes. */
export class ParcelBoxesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List parcel boxes. */
  async list(
    query: ParcelBoxesQuery = {},
    options: CallOptions = {},
  ): Promise<ParcelBoxesPage> {
    return await this.#caller.send<ParcelBoxesPage>({
      method: "GET",
      path: "/v2/parcel-boxes",
      query,
      options,
    });
  }

  /** List parcel boxes. Goes through all pages, each read when it is needed. */
  listAll(
    query: ParcelBoxesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<ParcelBox, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return { items: page.parcel_boxes, nextCursor: page.next_cursor };
    });
  }

  /** Create a parcel box. */
  async create(
    body: ParcelBoxCreate,
    options: CallOptions = {},
  ): Promise<ParcelBox> {
    return await this.#caller.send<ParcelBox>({
      method: "POST",
      path: "/v2/parcel-boxes",
      body: { parcel_box: body },
      under: "parcel_box",
      options,
    });
  }

  /** Read a parcel box. */
  async get(id: string, options: ConditionalOptions = {}): Promise<ParcelBox> {
    return await this.#caller.send<ParcelBox>({
      method: "GET",
      path: `/v2/parcel-boxes/${segment(id)}`,
      under: "parcel_box",
      options,
    });
  }

  /** Replace a parcel box. */
  async replace(
    id: string,
    body: ParcelBoxReplace,
    options: ConditionalOptions = {},
  ): Promise<ParcelBox> {
    return await this.#caller.send<ParcelBox>({
      method: "PUT",
      path: `/v2/parcel-boxes/${segment(id)}`,
      body: { parcel_box: body },
      under: "parcel_box",
      options,
    });
  }

  /** Change some fields of a parcel box. */
  async patch(
    id: string,
    body: ParcelBoxPatch,
    options: ConditionalOptions = {},
  ): Promise<ParcelBox> {
    return await this.#caller.send<ParcelBox>({
      method: "PATCH",
      path: `/v2/parcel-boxes/${segment(id)}`,
      body: { parcel_box: body },
      under: "parcel_box",
      options,
    });
  }

  /** Delete a parcel box. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/v2/parcel-boxes/${segment(id)}`,
      options,
    });
  }

  /** Count parcel boxes by sender of, with the sum of weight grams and mean of weight grams. */
  async bySender(
    query: ParcelBoxesBySenderQuery = {},
    options: CallOptions = {},
  ): Promise<readonly ParcelBoxBySenderGroup[]> {
    return await this.#caller.send<readonly ParcelBoxBySenderGroup[]>({
      method: "GET",
      path: "/v2/parcel-boxes/by-sender",
      query,
      under: "groups",
      options,
    });
  }

  /** Count parcel boxes by due on, with the greatest weight grams. */
  async dueEachDay(
    query: ParcelBoxesBySenderQuery = {},
    options: CallOptions = {},
  ): Promise<readonly ParcelBoxDueEachDayGroup[]> {
    return await this.#caller.send<readonly ParcelBoxDueEachDayGroup[]>({
      method: "GET",
      path: "/v2/parcel-boxes/due-each-day",
      query,
      under: "groups",
      options,
    });
  }

  /** Create several parcel boxes, all or none. */
  async bulkCreate(
    body: readonly ParcelBoxCreate[],
    options: CallOptions = {},
  ): Promise<readonly ParcelBox[]> {
    return await this.#caller.send<readonly ParcelBox[]>({
      method: "POST",
      path: "/v2/parcel-boxes/bulk/create",
      body: { parcel_boxes: body },
      under: "parcel_boxes",
      options,
    });
  }

  /** Change some fields of several parcel boxes, all or none. */
  async bulkPatch(
    body: readonly ParcelBoxBulkPatch[],
    options: ConditionalOptions = {},
  ): Promise<readonly ParcelBox[]> {
    return await this.#caller.send<readonly ParcelBox[]>({
      method: "POST",
      path: "/v2/parcel-boxes/bulk/patch",
      body: { parcel_boxes: body },
      under: "parcel_boxes",
      options,
    });
  }

  /** Delete several parcel boxes, all or none. */
  async bulkDelete(
    body: readonly ParcelBoxBulkDelete[],
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "POST",
      path: "/v2/parcel-boxes/bulk/delete",
      body: { parcel_boxes: body },
      options,
    });
  }
}
