/**
 * The part of the client about places.
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

/** A place of the system. */
export interface Place {
  /** Set by the server. */
  readonly id: string;
  /** The place's name. */
  readonly name: string;
  /** How many there are of the kind course. */
  readonly courses: number;
}

/** The body to create a place. */
export interface PlaceCreate {
  /** The place's name. */
  readonly name: string;
}

/** The body to replace a place. */
export interface PlaceReplace {
  /** The place's name. */
  readonly name: string;
}

/** The body to change some fields of a place. */
export interface PlacePatch {
  /** The place's name. */
  readonly name?: string;
}

/** A page of places. */
export interface PlacesPage {
  /** The places. */
  readonly places: readonly Place[];
  /** How many there are on all pages. */
  readonly placesCount: number;
}

/** What a list of places can say. */
export interface PlacesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, name. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this name. */
  readonly name?: string;
}

/** Calls the operations about places. */
export class PlacesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List places. */
  async list(
    query: PlacesQuery = {},
    options: CallOptions = {},
  ): Promise<PlacesPage> {
    return await this.#caller.send<PlacesPage>({
      method: "GET",
      path: "/api/places",
      query,
      options,
    });
  }

  /** List places. Goes through all pages, each read when it is needed. */
  listAll(
    query: PlacesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Place, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.places, total: page.placesCount };
    });
  }

  /** Create a place. */
  async create(body: PlaceCreate, options: CallOptions = {}): Promise<Place> {
    return await this.#caller.send<Place>({
      method: "POST",
      path: "/api/places",
      body: { place: body },
      under: "place",
      options,
    });
  }

  /** Read a place. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Place> {
    return await this.#caller.send<Place>({
      method: "GET",
      path: `/api/places/${segment(id)}`,
      under: "place",
      options,
    });
  }

  /** Replace a place. */
  async replace(
    id: string,
    body: PlaceReplace,
    options: ConditionalOptions = {},
  ): Promise<Place> {
    return await this.#caller.send<Place>({
      method: "PUT",
      path: `/api/places/${segment(id)}`,
      body: { place: body },
      under: "place",
      options,
    });
  }

  /** Change some fields of a place. */
  async patch(
    id: string,
    body: PlacePatch,
    options: ConditionalOptions = {},
  ): Promise<Place> {
    return await this.#caller.send<Place>({
      method: "PATCH",
      path: `/api/places/${segment(id)}`,
      body: { place: body },
      under: "place",
      options,
    });
  }

  /** Delete a place. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/places/${segment(id)}`,
      options,
    });
  }
}
