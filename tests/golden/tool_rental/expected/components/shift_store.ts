/**
 * Keeps shifts in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { noOverlapInSqlite } from "../kit/sqlite_overlap.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Shift, SHIFT_SPEC } from "../models/shift.ts";

/** What the store needs. */
export interface ShiftStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every shift: executes one command at a time. */
export class ShiftStore extends HarnessComponent<ShiftStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ShiftStoreCommand" },
  };

  #table: SqliteTable<Shift> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Shift>(
      SHIFT_SPEC,
      this.config.database,
      SQL,
      [noOverlapInSqlite(SHIFT_SPEC)],
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Shift>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Shift>,
  ): StoreResult<Shift> | Promise<StoreResult<Shift>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "shifts" (
      "id", "created_at", "updated_at", "first_day", "free_day"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "first_day", "free_day", "version"
    FROM "shifts"`,
  update: `
    UPDATE "shifts" SET
      "updated_at" = ?, "first_day" = ?, "free_day" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "shifts" WHERE "id" = ?`,
};
