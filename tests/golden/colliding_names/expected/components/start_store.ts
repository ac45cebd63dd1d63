/**
 * Keeps starts in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Start, START_SPEC } from "../models/start.ts";

/** What the store needs. */
export interface StartStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every start: executes one command at a time. */
export class StartStore extends HarnessComponent<StartStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "StartStoreCommand" },
  };

  #table: SqliteTable<Start> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Start>(START_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Start>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Start>,
  ): StoreResult<Start> | Promise<StoreResult<Start>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "starts" (
      "id", "created_at", "updated_at", "d"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "d", "version"
    FROM "starts"`,
  update: `
    UPDATE "starts" SET
      "updated_at" = ?, "d" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "starts" WHERE "id" = ?`,
};
