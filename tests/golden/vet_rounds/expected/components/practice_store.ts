/**
 * Keeps practices in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Practice, PRACTICE_SPEC } from "../models/practice.ts";

/** What the store needs. */
export interface PracticeStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every practice: executes one command at a time. */
export class PracticeStore extends HarnessComponent<PracticeStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "PracticeStoreCommand" },
  };

  #table: SqliteTable<Practice> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Practice>(
      PRACTICE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Practice>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Practice>,
  ): StoreResult<Practice> | Promise<StoreResult<Practice>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "practices" (
      "id", "created_at", "updated_at", "name", "open_since"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "open_since", "version"
    FROM "practices"`,
  update: `
    UPDATE "practices" SET
      "updated_at" = ?, "name" = ?, "open_since" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "practices" WHERE "id" = ?`,
};
