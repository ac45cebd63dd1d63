/**
 * Keeps rentals in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { noOverlapInSqlite } from "../kit/sqlite_overlap.ts";
import { requireInSqlite } from "../kit/sqlite_requirement.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Rental, RENTAL_SPEC } from "../models/rental.ts";

/** What the store needs. */
export interface RentalStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every rental: executes one command at a time. */
export class RentalStore extends HarnessComponent<RentalStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "RentalStoreCommand" },
  };

  #table: SqliteTable<Rental> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Rental>(
      RENTAL_SPEC,
      this.config.database,
      SQL,
      [noOverlapInSqlite(RENTAL_SPEC)],
      requireInSqlite,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Rental>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Rental>,
  ): StoreResult<Rental> | Promise<StoreResult<Rental>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "rentals" (
      "id", "created_at", "updated_at", "status", "starts_at", "ends_at",
      "person", "tool_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "status", "starts_at", "ends_at",
      "person", "tool_id", "version"
    FROM "rentals"`,
  update: `
    UPDATE "rentals" SET
      "updated_at" = ?, "status" = ?, "starts_at" = ?, "ends_at" = ?,
      "person" = ?, "tool_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "rentals" WHERE "id" = ?`,
};
