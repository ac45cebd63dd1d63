/**
 * The part of the client about audit entries.
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

/** What is answered about audit entries. */
export interface AuditEntryPage {
  /** The items. */
  readonly items: readonly AuditEntry[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
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
  /** Filter by event. */
  readonly event?: string;
}

/** Calls the operations about audit entries. */
export class AuditEntriesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List audit entries. */
  async list(
    query: AuditEntriesQuery = {},
    options: CallOptions = {},
  ): Promise<AuditEntryPage> {
    return await this.#caller.send<AuditEntryPage>({
      method: "GET",
      path: "/audit-entries",
      query,
      options,
    });
  }

  /** List audit entries. Goes through all pages, each read when it is needed. */
  listAll(
    query: AuditEntriesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<AuditEntry, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
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
  async get(id: string, options: ConditionalOptions = {}): Promise<AuditEntry> {
    return await this.#caller.send<AuditEntry>({
      method: "GET",
      path: `/audit-entries/${segment(id)}`,
      options,
    });
  }

  /** Read one audit entry. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<AuditEntry | undefined> {
    return await this.#caller.sendIfChanged<AuditEntry>({
      method: "GET",
      path: `/audit-entries/${segment(id)}`,
      options,
    });
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
