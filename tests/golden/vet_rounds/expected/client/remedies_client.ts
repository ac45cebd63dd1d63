/**
 * The part of the client about remedies.
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
import type { Remedy } from "./animals_client.ts";

/** The body to create a remedy. */
export interface RemedyCreate {
  /** The remedy's name. Unique. */
  readonly name: string;
  /** The practice that the remedy belongs to. Cannot be changed after creation. */
  readonly practice_id?: string;
}

/** A page of remedies. */
export interface RemediesPage {
  /** The remedies. */
  readonly remedies: readonly Remedy[];
  /** How many there are on all pages. */
  readonly remedies_count: number;
}

/** What a list of remedies can say. */
export interface RemediesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this name. */
  readonly name?: string;
}

/** Calls the operations about remedies. */
export class RemediesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List remedies. */
  async list(
    query: RemediesQuery = {},
    options: CallOptions = {},
  ): Promise<RemediesPage> {
    return await this.#caller.send<RemediesPage>({
      method: "GET",
      path: "/api/remedies",
      query,
      options,
    });
  }

  /** List remedies. Goes through all pages, each read when it is needed. */
  listAll(
    query: RemediesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Remedy, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.remedies, total: page.remedies_count };
    });
  }

  /** Create a remedy. */
  async create(body: RemedyCreate, options: CallOptions = {}): Promise<Remedy> {
    return await this.#caller.send<Remedy>({
      method: "POST",
      path: "/api/remedies",
      body: { remedy: body },
      under: "remedy",
      options,
    });
  }

  /** Read a remedy. */
  async get(name: string, options: ConditionalOptions = {}): Promise<Remedy> {
    return await this.#caller.send<Remedy>({
      method: "GET",
      path: `/api/remedies/${segment(name)}`,
      under: "remedy",
      options,
    });
  }

  /** Read a remedy. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    name: string,
    options: ConditionalOptions = {},
  ): Promise<Remedy | undefined> {
    return await this.#caller.sendIfChanged<Remedy>({
      method: "GET",
      path: `/api/remedies/${segment(name)}`,
      under: "remedy",
      options,
    });
  }

  /** Delete a remedy. */
  async delete(name: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/remedies/${segment(name)}`,
      options,
    });
  }
}
