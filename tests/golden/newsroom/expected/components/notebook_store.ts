/**
 * Keeps notebooks in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Notebook, NOTEBOOK_SPEC } from "../models/notebook.ts";

/** What the store needs. */
export interface NotebookStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every notebook: executes one command at a time. */
export class NotebookStore extends HarnessComponent<NotebookStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "NotebookStoreCommand" },
  };

  #table: SqliteTable<Notebook> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Notebook>(
      NOTEBOOK_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Notebook>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Notebook>,
  ): StoreResult<Notebook> | Promise<StoreResult<Notebook>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "notebooks" (
      "id", "created_at", "updated_at", "name", "keeper_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "keeper_id", "version"
    FROM "notebooks"`,
  update: `
    UPDATE "notebooks" SET
      "updated_at" = ?, "name" = ?, "keeper_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "notebooks" WHERE "id" = ?`,
};
