/**
 * Keeps books in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Book, BOOK_SPEC } from "../models/book.ts";

/** What the store needs. */
export interface BookStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every book: executes one command at a time. */
export class BookStore extends HarnessComponent<BookStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "BookStoreCommand" },
  };

  #table: SqliteTable<Book> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Book>(BOOK_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Book>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Book>,
  ): StoreResult<Book> | Promise<StoreResult<Book>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "books" (
      "id", "created_at", "updated_at", "title", "author", "isbn",
      "published_year", "number_of_copies"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "title", "author", "isbn",
      "published_year", "number_of_copies", "version"
    FROM "books"`,
  update: `
    UPDATE "books" SET
      "updated_at" = ?, "title" = ?, "author" = ?, "isbn" = ?,
      "published_year" = ?, "number_of_copies" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "books" WHERE "id" = ?`,
};
