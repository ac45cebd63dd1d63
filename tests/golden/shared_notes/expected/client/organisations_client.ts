/**
 * The part of the client about organisations.
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

/** An organisation of the system. */
export interface Organisation {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The organisation's name. */
  readonly name: string;
  /** The organisation's site. */
  readonly site: string | null;
}

/** What is answered about organisations. */
export interface OrganisationPage {
  /** The items. */
  readonly items: readonly Organisation[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to replace one organisation. */
export interface OrganisationReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The organisation's name. */
  readonly name: string;
  /** The organisation's site. */
  readonly site?: string | null;
}

/** The body to change some fields of one organisation. */
export interface OrganisationPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The organisation's name. */
  readonly name?: string;
  /** The organisation's site. */
  readonly site?: string | null;
}

/** What a list of organisations can say. */
export interface OrganisationsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by name. */
  readonly name?: string;
  /** Filter by site. Empty stands for null. */
  readonly site?: string | null;
}

/** Calls the operations about organisations. */
export class OrganisationsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List organisations. */
  async list(
    query: OrganisationsQuery = {},
    options: CallOptions = {},
  ): Promise<OrganisationPage> {
    return await this.#caller.send<OrganisationPage>({
      method: "GET",
      path: "/organisations",
      query,
      options,
    });
  }

  /** List organisations. Goes through all pages, each read when it is needed. */
  listAll(
    query: OrganisationsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Organisation, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Read one organisation. */
  async get(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Organisation> {
    return await this.#caller.send<Organisation>({
      method: "GET",
      path: `/organisations/${segment(id)}`,
      options,
    });
  }

  /** Read one organisation. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Organisation | undefined> {
    return await this.#caller.sendIfChanged<Organisation>({
      method: "GET",
      path: `/organisations/${segment(id)}`,
      options,
    });
  }

  /** Replace one organisation. */
  async replace(
    id: string,
    body: OrganisationReplace,
    options: ConditionalOptions = {},
  ): Promise<Organisation> {
    return await this.#caller.send<Organisation>({
      method: "PUT",
      path: `/organisations/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one organisation. */
  async patch(
    id: string,
    body: OrganisationPatch,
    options: ConditionalOptions = {},
  ): Promise<Organisation> {
    return await this.#caller.send<Organisation>({
      method: "PATCH",
      path: `/organisations/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one organisation. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/organisations/${segment(id)}`,
      options,
    });
  }
}
