/**
 * Keeps receipts in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Receipt, RECEIPT_SPEC } from "../models/receipt.ts";

/** What the store needs. */
export interface ReceiptStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every receipt: executes one command at a time. */
export class ReceiptStore extends HarnessComponent<ReceiptStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ReceiptStoreCommand" },
  };

  #table: SqliteTable<Receipt> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Receipt>(
      RECEIPT_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Receipt>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Receipt>,
  ): StoreResult<Receipt> | Promise<StoreResult<Receipt>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "receipts" (
      "id", "created_at", "updated_at", "t", "x_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "t", "x_id", "version"
    FROM "receipts"`,
  update: `
    UPDATE "receipts" SET
      "updated_at" = ?, "t" = ?, "x_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "receipts" WHERE "id" = ?`,
};
