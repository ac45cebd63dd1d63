/**
 * The part of the client about labels.
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
import type { Label } from "./recipes_client.ts";

/** The body to create a label. */
export interface LabelCreate {
  /** The label's word. Unique. */
  readonly word: string;
}

/** A page of labels. */
export interface LabelsPage {
  /** The items. */
  readonly items: readonly Label[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** What a list of labels can say. */
export interface LabelsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, word. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this word. */
  readonly word?: string;
}

/** Calls the operations about labels. */
export class LabelsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List labels. */
  async list(
    query: LabelsQuery = {},
    options: CallOptions = {},
  ): Promise<LabelsPage> {
    return await this.#caller.send<LabelsPage>({
      method: "GET",
      path: "/labels",
      query,
      options,
    });
  }

  /** List labels. Goes through all pages, each read when it is needed. */
  listAll(
    query: LabelsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Label, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a label. */
  async create(body: LabelCreate, options: CallOptions = {}): Promise<Label> {
    return await this.#caller.send<Label>({
      method: "POST",
      path: "/labels",
      body,
      options,
    });
  }

  /** Read a label. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Label> {
    return await this.#caller.send<Label>({
      method: "GET",
      path: `/labels/${segment(id)}`,
      options,
    });
  }

  /** Read a label. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Label | undefined> {
    return await this.#caller.sendIfChanged<Label>({
      method: "GET",
      path: `/labels/${segment(id)}`,
      options,
    });
  }

  /** Delete a label. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/labels/${segment(id)}`,
      options,
    });
  }
}
