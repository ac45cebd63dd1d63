/**
 * Keeps book wants in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { BOOK_WANT_SPEC, type BookWant } from "../models/book_want.ts";

/** What the store needs. */
export interface BookWantStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every book want: executes one command at a time. */
export class BookWantStore extends HarnessComponent<BookWantStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "BookWantStoreCommand" },
  };

  #table: SqliteTable<BookWant> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<BookWant>(
      BOOK_WANT_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<BookWant>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<BookWant>,
  ): StoreResult<BookWant> | Promise<StoreResult<BookWant>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "book_wants" (
      "id", "created_at", "updated_at", "user_id", "book_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "user_id", "book_id", "version"
    FROM "book_wants"`,
  update: `
    UPDATE "book_wants" SET
      "updated_at" = ?, "user_id" = ?, "book_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "book_wants" WHERE "id" = ?`,
};
