/**
 * The part of the client about events.
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

/** An event of the system. */
export interface EventEntity {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The event's title. */
  readonly title: string;
}

/** What is answered about events. */
export interface EventEntityPage {
  /** The items. */
  readonly items: readonly EventEntity[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create an event. */
export interface EventEntityCreate {
  /** The event's title. */
  readonly title: string;
}

/** The body to replace one event. */
export interface EventEntityReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The event's title. */
  readonly title: string;
}

/** The body to change some fields of one event. */
export interface EventEntityPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The event's title. */
  readonly title?: string;
}

/** What a list of events can say. */
export interface EventsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by title. */
  readonly title?: string;
}

/** Calls the operations about events. */
export class EventsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List events. */
  async list(
    query: EventsQuery = {},
    options: CallOptions = {},
  ): Promise<EventEntityPage> {
    return await this.#caller.send<EventEntityPage>({
      method: "GET",
      path: "/events",
      query,
      options,
    });
  }

  /** List events. Goes through all pages, each read when it is needed. */
  listAll(
    query: EventsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<EventEntity, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create an event. */
  async create(
    body: EventEntityCreate,
    options: CallOptions = {},
  ): Promise<EventEntity> {
    return await this.#caller.send<EventEntity>({
      method: "POST",
      path: "/events",
      body,
      options,
    });
  }

  /** Read one event. */
  async get(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<EventEntity> {
    return await this.#caller.send<EventEntity>({
      method: "GET",
      path: `/events/${segment(id)}`,
      options,
    });
  }

  /** Read one event. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<EventEntity | undefined> {
    return await this.#caller.sendIfChanged<EventEntity>({
      method: "GET",
      path: `/events/${segment(id)}`,
      options,
    });
  }

  /** Replace one event. */
  async replace(
    id: string,
    body: EventEntityReplace,
    options: ConditionalOptions = {},
  ): Promise<EventEntity> {
    return await this.#caller.send<EventEntity>({
      method: "PUT",
      path: `/events/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one event. */
  async patch(
    id: string,
    body: EventEntityPatch,
    options: ConditionalOptions = {},
  ): Promise<EventEntity> {
    return await this.#caller.send<EventEntity>({
      method: "PATCH",
      path: `/events/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one event. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/events/${segment(id)}`,
      options,
    });
  }
}
