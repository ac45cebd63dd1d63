/**
 * Keeps bookmarks in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Bookmark, BOOKMARK_SPEC } from "../models/bookmark.ts";

/** What the store needs. */
export interface BookmarkStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every bookmark: executes one command at a time. */
export class BookmarkStore extends HarnessComponent<BookmarkStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "BookmarkStoreCommand" },
  };

  #table: SqliteTable<Bookmark> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Bookmark>(
      BOOKMARK_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Bookmark>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Bookmark>,
  ): StoreResult<Bookmark> | Promise<StoreResult<Bookmark>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "bookmarks" (
      "id", "created_at", "updated_at", "title", "link", "owner_id"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "title", "link", "owner_id", "version"
    FROM "bookmarks"`,
  update: `
    UPDATE "bookmarks" SET
      "updated_at" = ?, "title" = ?, "link" = ?, "owner_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "bookmarks" WHERE "id" = ?`,
};
