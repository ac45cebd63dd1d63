/**
 * Keeps sales in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { adjustInSqlite } from "../kit/sqlite_adjustment.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import { keepDeletedInSqlite } from "../kit/sqlite_trash.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Sale, SALE_SPEC } from "../models/sale.ts";

/** What the store needs. */
export interface SaleStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every sale: executes one command at a time. */
export class SaleStore extends HarnessComponent<SaleStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "SaleStoreCommand" },
  };

  #table: SqliteTable<Sale> | undefined;

  /** Opens the table. */
  override setup(): void {
    keepDeletedInSqlite(this.config.database);
    this.#table = new SqliteTable<Sale>(SALE_SPEC, this.config.database, SQL, [
      adjustInSqlite,
    ]);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Sale>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Sale>,
  ): StoreResult<Sale> | Promise<StoreResult<Sale>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "sales" (
      "id", "created_at", "updated_at", "status", "quantity", "points",
      "item_id", "client_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "status", "quantity", "points",
      "item_id", "client_id", "version"
    FROM "sales"`,
  update: `
    UPDATE "sales" SET
      "updated_at" = ?, "status" = ?, "quantity" = ?, "points" = ?,
      "item_id" = ?, "client_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "sales" WHERE "id" = ?`,
};
