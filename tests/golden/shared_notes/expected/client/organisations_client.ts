/**
 * The part of the client about organisations.
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
import type { Note } from "./notes_client.ts";
import type { Notebook } from "./notebooks_client.ts";
import type { User } from "./auth_client.ts";

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

/** Some fields of an organisation, and what is included. */
export interface OrganisationSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The organisation's name. */
  readonly name?: string;
  /** The organisation's site. */
  readonly site?: string | null;
  /** Only if included: its users in their order, at most 200, or 20 of each in a list. */
  readonly users?: readonly User[];
  /** Only if included: its notebooks in their order, at most 200, or 20 of each in a list. */
  readonly notebooks?: readonly Notebook[];
  /** Only if included: its notes in their order, at most 200, or 20 of each in a list. */
  readonly notes?: readonly Note[];
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "site"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("users" | "notebooks" | "notes")[];
  /** Filter by name. */
  readonly name?: string;
  /** Filter by site. Empty stands for null. */
  readonly site?: string | null;
}

/** What a read of one of the organisations can say. */
export interface OrganisationsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "name" | "site"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("users" | "notebooks" | "notes")[];
}

/** Calls the operations about organisations. */
export class OrganisationsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List organisations. */
  async list<const Q extends OrganisationsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Organisation, OrganisationSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Organisation, OrganisationSelection, Q>>
    >({ method: "GET", path: "/organisations", query, options });
  }

  /** List organisations. Goes through all pages, each read when it is needed. */
  listAll<const Q extends OrganisationsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<
    Selected<Organisation, OrganisationSelection, Q>,
    void,
    void
  > {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Read one organisation. */
  async get<const Q extends OrganisationsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Organisation, OrganisationSelection, Q>> {
    return await this.#caller.send<
      Selected<Organisation, OrganisationSelection, Q>
    >({ method: "GET", path: `/organisations/${segment(id)}`, query, options });
  }

  /** Read one organisation. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<
    const Q extends OrganisationsGetQuery = Record<never, never>,
  >(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Organisation, OrganisationSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<Organisation, OrganisationSelection, Q>
    >({ method: "GET", path: `/organisations/${segment(id)}`, query, options });
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
