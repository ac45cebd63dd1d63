/**
 * The part of the client about things.
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

/** A thing of the system. */
export interface Thing {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The thing's label. */
  readonly label: string;
  /** The thing's note. Unique. */
  readonly note: string | null;
  /** The thing's mail. Unique, whatever its case. */
  readonly mail: string;
  /** The thing's work. Unique, whatever its case. */
  readonly work: string | null;
  /** The thing's long. */
  readonly long: string | null;
  /** The thing's site. */
  readonly site: string;
  /** The thing's repository. Unique. */
  readonly repository: string | null;
  /** The thing's born. Unique. */
  readonly born: string | null;
  /** The thing's at. Unique. */
  readonly at: string;
  /** The thing's tea. Unique. */
  readonly tea: string;
  /** The thing's key. Unique. */
  readonly key: string | null;
  /** The thing's home. */
  readonly home: string;
  /** The thing's kind. Unique. */
  readonly kind: "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | null;
  /** The thing's count. Unique. */
  readonly count: number | null;
  /** The thing's weight. Unique. */
  readonly weight: number | null;
  /** The thing's price. At most 3 decimal places. Cannot be changed after creation. */
  readonly price: number | null;
  /** Whether the thing is open. */
  readonly open: boolean;
  /** The thing's extra. */
  readonly extra: unknown;
  /** The thing's takes. At least PT5M. At most P1D. In weeks, days, hours, minutes and whole seconds. Unique. */
  readonly takes: string | null;
  /** The thing's rest. At most P14D. In weeks, days, hours, minutes and whole seconds. */
  readonly rest: string;
  /** The thing's break. In weeks, days, hours, minutes and whole seconds. */
  readonly break: string;
  /** The thing's laps. At least PT1S. In weeks, days, hours, minutes and whole seconds. */
  readonly laps: readonly string[];
}

/** Some fields of a thing, and what is included. */
export interface ThingSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The thing's label. */
  readonly label?: string;
  /** The thing's note. Unique. */
  readonly note?: string | null;
  /** The thing's mail. Unique, whatever its case. */
  readonly mail?: string;
  /** The thing's work. Unique, whatever its case. */
  readonly work?: string | null;
  /** The thing's long. */
  readonly long?: string | null;
  /** The thing's site. */
  readonly site?: string;
  /** The thing's repository. Unique. */
  readonly repository?: string | null;
  /** The thing's born. Unique. */
  readonly born?: string | null;
  /** The thing's at. Unique. */
  readonly at?: string;
  /** The thing's tea. Unique. */
  readonly tea?: string;
  /** The thing's key. Unique. */
  readonly key?: string | null;
  /** The thing's home. */
  readonly home?: string;
  /** The thing's kind. Unique. */
  readonly kind?: "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | null;
  /** The thing's count. Unique. */
  readonly count?: number | null;
  /** The thing's weight. Unique. */
  readonly weight?: number | null;
  /** The thing's price. At most 3 decimal places. Cannot be changed after creation. */
  readonly price?: number | null;
  /** Whether the thing is open. */
  readonly open?: boolean;
  /** The thing's extra. */
  readonly extra?: unknown;
  /** The thing's takes. At least PT5M. At most P1D. In weeks, days, hours, minutes and whole seconds. Unique. */
  readonly takes?: string | null;
  /** The thing's rest. At most P14D. In weeks, days, hours, minutes and whole seconds. */
  readonly rest?: string;
  /** The thing's break. In weeks, days, hours, minutes and whole seconds. */
  readonly break?: string;
  /** The thing's laps. At least PT1S. In weeks, days, hours, minutes and whole seconds. */
  readonly laps?: readonly string[];
}

/** The body to create a thing. */
export interface ThingCreate {
  /** The thing's label. */
  readonly label: string;
  /** The thing's note. Unique. */
  readonly note?: string | null;
  /** The thing's mail. Unique, whatever its case. */
  readonly mail: string;
  /** The thing's work. Unique, whatever its case. */
  readonly work?: string | null;
  /** The thing's long. */
  readonly long?: string | null;
  /** The thing's site. */
  readonly site: string;
  /** The thing's repository. Unique. */
  readonly repository?: string | null;
  /** The thing's born. Unique. */
  readonly born?: string | null;
  /** The thing's at. Unique. */
  readonly at: string;
  /** The thing's tea. Unique. */
  readonly tea: string;
  /** The thing's key. Unique. */
  readonly key?: string | null;
  /** The thing's home. */
  readonly home?: string;
  /** The thing's kind. Unique. */
  readonly kind?: "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | null;
  /** The thing's count. Unique. */
  readonly count?: number | null;
  /** The thing's weight. Unique. */
  readonly weight?: number | null;
  /** The thing's price. At most 3 decimal places. Cannot be changed after creation. */
  readonly price?: number | null;
  /** Whether the thing is open. */
  readonly open: boolean;
  /** The thing's extra. */
  readonly extra: unknown;
  /** The thing's takes. At least PT5M. At most P1D. In weeks, days, hours, minutes and whole seconds. Unique. */
  readonly takes?: string | null;
  /** The thing's rest. At most P14D. In weeks, days, hours, minutes and whole seconds. */
  readonly rest: string;
  /** The thing's break. In weeks, days, hours, minutes and whole seconds. */
  readonly break?: string;
  /** The thing's laps. At least PT1S. In weeks, days, hours, minutes and whole seconds. */
  readonly laps?: readonly string[];
}

/** The body to replace one thing. */
export interface ThingReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The thing's label. */
  readonly label: string;
  /** The thing's note. Unique. */
  readonly note?: string | null;
  /** The thing's mail. Unique, whatever its case. */
  readonly mail: string;
  /** The thing's work. Unique, whatever its case. */
  readonly work?: string | null;
  /** The thing's long. */
  readonly long?: string | null;
  /** The thing's site. */
  readonly site: string;
  /** The thing's repository. Unique. */
  readonly repository?: string | null;
  /** The thing's born. Unique. */
  readonly born?: string | null;
  /** The thing's at. Unique. */
  readonly at: string;
  /** The thing's tea. Unique. */
  readonly tea: string;
  /** The thing's key. Unique. */
  readonly key?: string | null;
  /** The thing's home. */
  readonly home?: string;
  /** The thing's kind. Unique. */
  readonly kind?: "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | null;
  /** The thing's count. Unique. */
  readonly count?: number | null;
  /** The thing's weight. Unique. */
  readonly weight?: number | null;
  /** The thing's price. At most 3 decimal places. Cannot be changed after creation. */
  readonly price?: number | null;
  /** Whether the thing is open. */
  readonly open: boolean;
  /** The thing's extra. */
  readonly extra: unknown;
  /** The thing's takes. At least PT5M. At most P1D. In weeks, days, hours, minutes and whole seconds. Unique. */
  readonly takes?: string | null;
  /** The thing's rest. At most P14D. In weeks, days, hours, minutes and whole seconds. */
  readonly rest: string;
  /** The thing's break. In weeks, days, hours, minutes and whole seconds. */
  readonly break?: string;
  /** The thing's laps. At least PT1S. In weeks, days, hours, minutes and whole seconds. */
  readonly laps?: readonly string[];
}

/** The body to change some fields of one thing. */
export interface ThingPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The thing's label. */
  readonly label?: string;
  /** The thing's note. Unique. */
  readonly note?: string | null;
  /** The thing's mail. Unique, whatever its case. */
  readonly mail?: string;
  /** The thing's work. Unique, whatever its case. */
  readonly work?: string | null;
  /** The thing's long. */
  readonly long?: string | null;
  /** The thing's site. */
  readonly site?: string;
  /** The thing's repository. Unique. */
  readonly repository?: string | null;
  /** The thing's born. Unique. */
  readonly born?: string | null;
  /** The thing's at. Unique. */
  readonly at?: string;
  /** The thing's tea. Unique. */
  readonly tea?: string;
  /** The thing's key. Unique. */
  readonly key?: string | null;
  /** The thing's home. */
  readonly home?: string;
  /** The thing's kind. Unique. */
  readonly kind?: "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | null;
  /** The thing's count. Unique. */
  readonly count?: number | null;
  /** The thing's weight. Unique. */
  readonly weight?: number | null;
  /** The thing's price. At most 3 decimal places. Cannot be changed after creation. */
  readonly price?: number | null;
  /** Whether the thing is open. */
  readonly open?: boolean;
  /** The thing's extra. */
  readonly extra?: unknown;
  /** The thing's takes. At least PT5M. At most P1D. In weeks, days, hours, minutes and whole seconds. Unique. */
  readonly takes?: string | null;
  /** The thing's rest. At most P14D. In weeks, days, hours, minutes and whole seconds. */
  readonly rest?: string;
  /** The thing's break. In weeks, days, hours, minutes and whole seconds. */
  readonly break?: string;
  /** The thing's laps. At least PT1S. In weeks, days, hours, minutes and whole seconds. */
  readonly laps?: readonly string[];
}

/** What a list of things can say. */
export interface ThingsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, label, mail, work, long, born, at, tea, key, home, kind, count, weight, price, open, takes, rest, break. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "label"
    | "note"
    | "mail"
    | "work"
    | "long"
    | "site"
    | "repository"
    | "born"
    | "at"
    | "tea"
    | "key"
    | "home"
    | "kind"
    | "count"
    | "weight"
    | "price"
    | "open"
    | "extra"
    | "takes"
    | "rest"
    | "break"
    | "laps"
  >;
  /** Filter by label. */
  readonly label?: string;
  /** Filter by note. Empty stands for null. */
  readonly note?: string | null;
  /** Filter by mail. */
  readonly mail?: string;
  /** Filter by work. Empty stands for null. */
  readonly work?: string | null;
  /** Filter by long. Empty stands for null. */
  readonly long?: string | null;
  /** Filter by site. */
  readonly site?: string;
  /** Filter by repository. Empty stands for null. */
  readonly repository?: string | null;
  /** Filter by born. Empty stands for null. */
  readonly born?: string | null;
  /** Filter by at. */
  readonly at?: string;
  /** Filter by tea. */
  readonly tea?: string;
  /** Filter by key. Empty stands for null. */
  readonly key?: string | null;
  /** Filter by home. */
  readonly home?: string;
  /** Filter by kind. Empty stands for null. */
  readonly kind?: "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | null;
  /** Filter by count. Empty stands for null. */
  readonly count?: number | null;
  /** Filter by weight. Empty stands for null. */
  readonly weight?: number | null;
  /** Filter by price. Empty stands for null. */
  readonly price?: number | null;
  /** Filter by open. */
  readonly open?: boolean;
  /** Filter by takes. Empty stands for null. */
  readonly takes?: string | null;
  /** Filter by rest. */
  readonly rest?: string;
  /** Filter by break. */
  readonly break?: string;
  /** Filter by an element of laps. */
  readonly laps?: string;
}

/** What a read of one of the things can say. */
export interface ThingsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "label"
    | "note"
    | "mail"
    | "work"
    | "long"
    | "site"
    | "repository"
    | "born"
    | "at"
    | "tea"
    | "key"
    | "home"
    | "kind"
    | "count"
    | "weight"
    | "price"
    | "open"
    | "extra"
    | "takes"
    | "rest"
    | "break"
    | "laps"
  >;
}

/** Calls the operations about things. */
export class ThingsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List things. */
  async list<const Q extends ThingsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Thing, ThingSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Thing, ThingSelection, Q>>
    >({ method: "GET", path: "/things", query, options });
  }

  /** List things. Goes through all pages, each read when it is needed. */
  listAll<const Q extends ThingsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Thing, ThingSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a thing. */
  async create(body: ThingCreate, options: CallOptions = {}): Promise<Thing> {
    return await this.#caller.send<Thing>({
      method: "POST",
      path: "/things",
      body,
      options,
    });
  }

  /** Read one thing. */
  async get<const Q extends ThingsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Thing, ThingSelection, Q>> {
    return await this.#caller.send<Selected<Thing, ThingSelection, Q>>({
      method: "GET",
      path: `/things/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one thing. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends ThingsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Thing, ThingSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Thing, ThingSelection, Q>>(
      { method: "GET", path: `/things/${segment(id)}`, query, options },
    );
  }

  /** Replace one thing. */
  async replace(
    id: string,
    body: ThingReplace,
    options: ConditionalOptions = {},
  ): Promise<Thing> {
    return await this.#caller.send<Thing>({
      method: "PUT",
      path: `/things/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one thing. */
  async patch(
    id: string,
    body: ThingPatch,
    options: ConditionalOptions = {},
  ): Promise<Thing> {
    return await this.#caller.send<Thing>({
      method: "PATCH",
      path: `/things/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one thing. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/things/${segment(id)}`,
      options,
    });
  }
}
