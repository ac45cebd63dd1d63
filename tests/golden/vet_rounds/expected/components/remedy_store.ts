/**
 * Keeps remedies in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Remedy, REMEDY_SPEC } from "../models/remedy.ts";

/** What the store needs. */
export interface RemedyStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every remedy: executes one command at a time. */
export class RemedyStore extends HarnessComponent<RemedyStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "RemedyStoreCommand" },
  };

  #table: SqliteTable<Remedy> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Remedy>(
      REMEDY_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Remedy>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Remedy>,
  ): StoreResult<Remedy> | Promise<StoreResult<Remedy>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "remedies" (
      "id", "created_at", "updated_at", "name", "practice_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "practice_id", "version"
    FROM "remedies"`,
  update: `
    UPDATE "remedies" SET
      "updated_at" = ?, "name" = ?, "practice_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "remedies" WHERE "id" = ?`,
};
