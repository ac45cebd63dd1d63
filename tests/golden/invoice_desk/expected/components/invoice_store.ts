/**
 * Keeps invoices in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Invoice, INVOICE_SPEC } from "../models/invoice.ts";

/** What the store needs. */
export interface InvoiceStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every invoice: executes one command at a time. */
export class InvoiceStore extends HarnessComponent<InvoiceStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "InvoiceStoreCommand" },
  };

  #table: SqliteTable<Invoice> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Invoice>(
      INVOICE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Invoice>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Invoice>,
  ): StoreResult<Invoice> | Promise<StoreResult<Invoice>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "invoices" (
      "id", "created_at", "updated_at", "number", "status", "sent_at",
      "access_code"
    ) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "number", "status", "sent_at",
      "access_code", "version"
    FROM "invoices"`,
  update: `
    UPDATE "invoices" SET
      "updated_at" = ?, "number" = ?, "status" = ?, "sent_at" = ?,
      "access_code" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "invoices" WHERE "id" = ?`,
};
