/**
 * Keeps changeds in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Changed, CHANGED_SPEC } from "../models/changed.ts";

/** What the store needs. */
export interface ChangedStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every changed: executes one command at a time. */
export class ChangedStore extends HarnessComponent<ChangedStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ChangedStoreCommand" },
  };

  #table: SqliteTable<Changed> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Changed>(
      CHANGED_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Changed>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Changed>,
  ): StoreResult<Changed> | Promise<StoreResult<Changed>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "changeds" (
      "id", "created_at", "updated_at", "uu"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "uu", "version"
    FROM "changeds"`,
  update: `
    UPDATE "changeds" SET
      "updated_at" = ?, "uu" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "changeds" WHERE "id" = ?`,
};
