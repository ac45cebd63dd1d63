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
import type { Group } from "./groups_client.ts";

/** An event of the system. */
export interface EventEntity {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The event's request. */
  readonly request: string;
  /** The group that the event belongs to. */
  readonly groupId: string;
}

/** Some fields of an event, and what is included. */
export interface EventEntitySelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The event's request. */
  readonly request?: string;
  /** The group that the event belongs to. */
  readonly groupId?: string;
  /** Only if included: its group, or null where there is none that whoever asks may read. */
  readonly group?: Group | null;
}

/** The body to create an event. */
export interface EventEntityCreate {
  /** The event's request. */
  readonly request: string;
  /** The group that the event belongs to. */
  readonly groupId: string;
}

/** The body to replace one event. */
export interface EventEntityReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The event's request. */
  readonly request: string;
  /** The group that the event belongs to. */
  readonly groupId: string;
}

/** The body to change some fields of one event. */
export interface EventEntityPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The event's request. */
  readonly request?: string;
  /** The group that the event belongs to. */
  readonly groupId?: string;
}

/** What a list of events can say. */
export interface EventsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, request, groupId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "request" | "groupId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "group"[];
  /** Filter by request. */
  readonly request?: string;
  /** Filter by groupId. */
  readonly groupId?: string;
}

/** What a read of one of the events can say. */
export interface EventsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "request" | "groupId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly "group"[];
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
}
