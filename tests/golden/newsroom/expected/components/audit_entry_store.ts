/**
 * Keeps audit entries in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { AUDIT_ENTRY_SPEC, type AuditEntry } from "../models/audit_entry.ts";

/** What the store needs. */
export interface AuditEntryStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every audit entry: executes one command at a time. */
export class AuditEntryStore extends HarnessComponent<AuditEntryStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "AuditEntryStoreCommand" },
  };

  #table: SqliteTable<AuditEntry> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<AuditEntry>(
      AUDIT_ENTRY_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<AuditEntry>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<AuditEntry>,
  ): StoreResult<AuditEntry> | Promise<StoreResult<AuditEntry>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "audit_entries" (
      "id", "created_at", "updated_at", "event"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "event", "version"
    FROM "audit_entries"`,
  update: `
    UPDATE "audit_entries" SET
      "updated_at" = ?, "event" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "audit_entries" WHERE "id" = ?`,
};
