/**
 * Keeps asserts in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Assert, ASSERT_SPEC } from "../models/assert.ts";

/** What the store needs. */
export interface AssertStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every assert: executes one command at a time. */
export class AssertStore extends HarnessComponent<AssertStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "AssertStoreCommand" },
  };

  #table: SqliteTable<Assert> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Assert>(
      ASSERT_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Assert>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Assert>,
  ): StoreResult<Assert> | Promise<StoreResult<Assert>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "asserts" (
      "id", "created_at", "updated_at", "then", "name", "type", "index"
    ) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "then", "name", "type", "index",
      "version"
    FROM "asserts"`,
  update: `
    UPDATE "asserts" SET
      "updated_at" = ?, "then" = ?, "name" = ?, "type" = ?, "index" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "asserts" WHERE "id" = ?`,
};
