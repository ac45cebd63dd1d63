/**
 * Keeps pages in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { PAGE_SPEC, type PageEntity } from "../models/page.ts";

/** What the store needs. */
export interface PageStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every page: executes one command at a time. */
export class PageStore extends HarnessComponent<PageStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "PageEntityStoreCommand" },
  };

  #table: SqliteTable<PageEntity> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<PageEntity>(
      PAGE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<PageEntity>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<PageEntity>,
  ): StoreResult<PageEntity> | Promise<StoreResult<PageEntity>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "pages" (
      "id", "created_at", "updated_at", "title", "slug"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "title", "slug", "version"
    FROM "pages"`,
  update: `
    UPDATE "pages" SET
      "updated_at" = ?, "title" = ?, "slug" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "pages" WHERE "id" = ?`,
};
