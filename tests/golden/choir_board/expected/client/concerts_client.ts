/**
 * The part of the client about concerts.
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

/** A concert of the system. */
export interface Concert {
  /** The concert's code. Unique. */
  readonly code: string;
  /** The concert's title. */
  readonly title: string;
  /** The concert's starts date. */
  readonly starts_on: string | null;
  /** The concert's state. */
  readonly state: "planned" | "announced" | "over";
  /** The leader. */
  readonly leader: Person;
  /** How many there are of the kind seat request. */
  readonly request_count: number;
  /** The concert's program. */
  readonly program: string | null;
}

/** A concert of the system. */
export interface ListedConcert {
  /** The concert's code. Unique. */
  readonly code: string;
  /** The concert's title. */
  readonly title: string;
  /** The concert's starts date. */
  readonly starts_on: string | null;
  /** The concert's state. */
  readonly state: "planned" | "announced" | "over";
  /** The leader. */
  readonly leader: Person;
  /** How many there are of the kind seat request. */
  readonly request_count: number;
}

/** The body to create a concert. */
export interface ConcertCreate {
  /** The concert's code. Unique. */
  readonly code: string;
  /** The concert's title. */
  readonly title: string;
  /** The concert's starts date. */
  readonly starts_on?: string | null;
  /** The concert's state. */
  readonly state?: "planned" | "announced" | "over";
  /** The concert's program. */
  readonly program?: string | null;
  /** The concert's door code. */
  readonly door_code?: string | null;
  /** The user that is the concert's leader. Cannot be changed after creation. */
  readonly leader_id?: string;
}

/** The body to replace a concert. */
export interface ConcertReplace {
  /** The concert's code. Unique. */
  readonly code: string;
  /** The concert's title. */
  readonly title: string;
  /** The concert's starts date. */
  readonly starts_on?: string | null;
  /** The concert's state. */
  readonly state?: "planned" | "announced" | "over";
  /** The concert's program. */
  readonly program?: string | null;
  /** The concert's door code. */
  readonly door_code?: string | null;
  /** The user that is the concert's leader. Cannot be changed after creation. */
  readonly leader_id?: string;
}

/** The body to change some fields of a concert. */
export interface ConcertPatch {
  /** The concert's code. Unique. */
  readonly code?: string;
  /** The concert's title. */
  readonly title?: string;
  /** The concert's starts date. */
  readonly starts_on?: string | null;
  /** The concert's state. */
  readonly state?: "planned" | "announced" | "over";
  /** The concert's program. */
  readonly program?: string | null;
  /** The concert's door code. */
  readonly door_code?: string | null;
  /** The user that is the concert's leader. Cannot be changed after creation. */
  readonly leader_id?: string;
}

/** A page of concerts. */
export interface ConcertsPage {
  /** The concerts. */
  readonly concerts: readonly ListedConcert[];
  /** How many there are on all pages. */
  readonly concerts_count: number;
}

/** What a list of concerts can say. */
export interface ConcertsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of code, title, starts_on, state. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this state. */
  readonly state?: "planned" | "announced" | "over";
  /** Only with this startsOn. */
  readonly on?: string;
  /** Only what belongs to the user with this email. */
  readonly led_by?: string;
}

/** Calls the operations about concerts. */
export class ConcertsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List concerts. */
  async list(
    query: ConcertsQuery = {},
    options: CallOptions = {},
  ): Promise<ConcertsPage> {
    return await this.#caller.send<ConcertsPage>({
      method: "GET",
      path: "/v1/concerts",
      query,
      options,
    });
  }

  /** List concerts. Goes through all pages, each read when it is needed. */
  listAll(
    query: ConcertsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<ListedConcert, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.concerts, total: page.concerts_count };
    });
  }

  /** Create a concert. */
  async create(
    body: ConcertCreate,
    options: CallOptions = {},
  ): Promise<Concert> {
    return await this.#caller.send<Concert>({
      method: "POST",
      path: "/v1/concerts",
      body: { concert: body },
      under: "concert",
      options,
    });
  }

  /** Read a concert. */
  async get(code: string, options: ConditionalOptions = {}): Promise<Concert> {
    return await this.#caller.send<Concert>({
      method: "GET",
      path: `/v1/concerts/${segment(code)}`,
      under: "concert",
      options,
    });
  }

  /** Replace a concert. */
  async replace(
    code: string,
    body: ConcertReplace,
    options: ConditionalOptions = {},
  ): Promise<Concert> {
    return await this.#caller.send<Concert>({
      method: "PUT",
      path: `/v1/concerts/${segment(code)}`,
      body: { concert: body },
      under: "concert",
      options,
    });
  }

  /** Change some fields of a concert. */
  async patch(
    code: string,
    body: ConcertPatch,
    options: ConditionalOptions = {},
  ): Promise<Concert> {
    return await this.#caller.send<Concert>({
      method: "PATCH",
      path: `/v1/concerts/${segment(code)}`,
      body: { concert: body },
      under: "concert",
      options,
    });
  }

  /** Delete a concert. */
  async delete(code: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/v1/concerts/${segment(code)}`,
      options,
    });
  }
}
