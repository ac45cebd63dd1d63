/**
 * Keeps dones in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Done, DONE_SPEC } from "../models/done.ts";

/** What the store needs. */
export interface DoneStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every done: executes one command at a time. */
export class DoneStore extends HarnessComponent<DoneStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "DoneStoreCommand" },
  };

  #table: SqliteTable<Done> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Done>(DONE_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Done>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Done>,
  ): StoreResult<Done> | Promise<StoreResult<Done>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "dones" (
      "id", "created_at", "updated_at", "status"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "status", "version"
    FROM "dones"`,
  update: `
    UPDATE "dones" SET
      "updated_at" = ?, "status" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "dones" WHERE "id" = ?`,
};
