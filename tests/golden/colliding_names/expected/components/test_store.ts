/**
 * Keeps tests in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Test, TEST_SPEC } from "../models/test.ts";

/** What the store needs. */
export interface TestStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every test: executes one command at a time. */
export class TestStore extends HarnessComponent<TestStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "TestStoreCommand" },
  };

  #table: SqliteTable<Test> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Test>(TEST_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Test>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Test>,
  ): StoreResult<Test> | Promise<StoreResult<Test>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "tests" (
      "id", "created_at", "updated_at", "a", "b", "c"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "a", "b", "c", "version"
    FROM "tests"`,
  update: `
    UPDATE "tests" SET
      "updated_at" = ?, "a" = ?, "b" = ?, "c" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "tests" WHERE "id" = ?`,
};
