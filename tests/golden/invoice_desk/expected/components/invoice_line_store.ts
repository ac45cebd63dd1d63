/**
 * Keeps invoice lines in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { INVOICE_LINE_SPEC, type InvoiceLine } from "../models/invoice_line.ts";

/** What the store needs. */
export interface InvoiceLineStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every invoice line: executes one command at a time. */
export class InvoiceLineStore extends HarnessComponent<InvoiceLineStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "InvoiceLineStoreCommand" },
  };

  #table: SqliteTable<InvoiceLine> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<InvoiceLine>(
      INVOICE_LINE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<InvoiceLine>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<InvoiceLine>,
  ): StoreResult<InvoiceLine> | Promise<StoreResult<InvoiceLine>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "invoice_lines" (
      "id", "created_at", "updated_at", "description", "quantity",
      "unit_price", "discount", "tax_rate", "amount", "tax", "total",
      "per_piece", "invoice_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "description", "quantity",
      "unit_price", "discount", "tax_rate", "amount", "tax", "total",
      "per_piece", "invoice_id", "version"
    FROM "invoice_lines"`,
  update: `
    UPDATE "invoice_lines" SET
      "updated_at" = ?, "description" = ?, "quantity" = ?, "unit_price" = ?,
      "discount" = ?, "tax_rate" = ?, "amount" = ?, "tax" = ?, "total" = ?,
      "per_piece" = ?, "invoice_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "invoice_lines" WHERE "id" = ?`,
};
