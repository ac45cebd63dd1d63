/**
 * The part of the client about events.
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
  /** The event's state. */
  readonly state: "planned" | "open" | "over";
}

/** Some fields of an event, and what is included. */
export interface EventEntitySelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The event's title. */
  readonly title?: string;
  /** The event's state. */
  readonly state?: "planned" | "open" | "over";
}

/** The body to create an event. */
export interface EventEntityCreate {
  /** The event's title. */
  readonly title: string;
  /** The event's state. */
  readonly state?: "planned" | "open" | "over";
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
  /** The event's state. */
  readonly state?: "planned" | "open" | "over";
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
  /** The event's state. */
  readonly state?: "planned" | "open" | "over";
}

/** What a list of events can say. */
export interface EventsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, title, state. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "state"
  >;
  /** Filter by title. */
  readonly title?: string;
  /** Filter by state. */
  readonly state?: "planned" | "open" | "over";
}

/** What a read of one of the events can say. */
export interface EventsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "title" | "state"
  >;
}

/** Calls the operations about events. */
export class EventsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List events. */
  async list<const Q extends EventsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<EventEntity, EventEntitySelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<EventEntity, EventEntitySelection, Q>>
    >({ method: "GET", path: "/events", query, options });
  }

  /** List events. Goes through all pages, each read when it is needed. */
  listAll<const Q extends EventsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<
    Selected<EventEntity, EventEntitySelection, Q>,
    void,
    void
  > {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends EventsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<EventEntity, EventEntitySelection, Q>> {
    return await this.#caller.send<
      Selected<EventEntity, EventEntitySelection, Q>
    >({ method: "GET", path: `/events/${segment(id)}`, query, options });
  }

  /** Read one event. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends EventsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<EventEntity, EventEntitySelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<EventEntity, EventEntitySelection, Q>
    >({ method: "GET", path: `/events/${segment(id)}`, query, options });
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

  /** Open an event: sets state to open. */
  async open(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<EventEntity> {
    return await this.#caller.send<EventEntity>({
      method: "POST",
      path: `/events/${segment(id)}/open`,
      options,
    });
  }

  /** End an event: sets state to over. */
  async end(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<EventEntity> {
    return await this.#caller.send<EventEntity>({
      method: "POST",
      path: `/events/${segment(id)}/end`,
      options,
    });
  }
}
