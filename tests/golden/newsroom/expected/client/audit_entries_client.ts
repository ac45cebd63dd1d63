/**
 * The part of the client about audit entries.
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

/** What nobody but an admin may see, and nobody may change. */
export interface AuditEntry {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The audit entry's event. */
  readonly event: string;
}

/** Some fields of an audit entry, and what is included. */
export interface AuditEntrySelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The audit entry's event. */
  readonly event?: string;
}

/** The body to create an audit entry. */
export interface AuditEntryCreate {
  /** The audit entry's event. */
  readonly event: string;
}

/** The body to replace one audit entry. */
export interface AuditEntryReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The audit entry's event. */
  readonly event: string;
}

/** The body to change some fields of one audit entry. */
export interface AuditEntryPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The audit entry's event. */
  readonly event?: string;
}

/** What a list of audit entries can say. */
export interface AuditEntriesQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, event. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "event">;
  /** Filter by event. */
  readonly event?: string;
}

/** What a read of one of the audit entries can say. */
export interface AuditEntriesGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<"id" | "createdAt" | "updatedAt" | "event">;
}

/** Calls the operations about audit entries. */
export class AuditEntriesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List audit entries. */
  async list<const Q extends AuditEntriesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<AuditEntry, AuditEntrySelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<AuditEntry, AuditEntrySelection, Q>>
    >({ method: "GET", path: "/audit-entries", query, options });
  }

  /** List audit entries. Goes through all pages, each read when it is needed. */
  listAll<const Q extends AuditEntriesQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<AuditEntry, AuditEntrySelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create an audit entry. */
  async create(
    body: AuditEntryCreate,
    options: CallOptions = {},
  ): Promise<AuditEntry> {
    return await this.#caller.send<AuditEntry>({
      method: "POST",
      path: "/audit-entries",
      body,
      options,
    });
  }

  /** Read one audit entry. */
  async get<const Q extends AuditEntriesGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<AuditEntry, AuditEntrySelection, Q>> {
    return await this.#caller.send<
      Selected<AuditEntry, AuditEntrySelection, Q>
    >({ method: "GET", path: `/audit-entries/${segment(id)}`, query, options });
  }

  /** Read one audit entry. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<
    const Q extends AuditEntriesGetQuery = Record<never, never>,
  >(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<AuditEntry, AuditEntrySelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<
      Selected<AuditEntry, AuditEntrySelection, Q>
    >({ method: "GET", path: `/audit-entries/${segment(id)}`, query, options });
  }

  /** Replace one audit entry. */
  async replace(
    id: string,
    body: AuditEntryReplace,
    options: ConditionalOptions = {},
  ): Promise<AuditEntry> {
    return await this.#caller.send<AuditEntry>({
      method: "PUT",
      path: `/audit-entries/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one audit entry. */
  async patch(
    id: string,
    body: AuditEntryPatch,
    options: ConditionalOptions = {},
  ): Promise<AuditEntry> {
    return await this.#caller.send<AuditEntry>({
      method: "PATCH",
      path: `/audit-entries/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one audit entry. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/audit-entries/${segment(id)}`,
      options,
    });
  }
}
