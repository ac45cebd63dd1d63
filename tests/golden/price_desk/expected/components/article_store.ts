/**
 * Keeps articles in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Article, ARTICLE_SPEC } from "../models/article.ts";

/** What the store needs. */
export interface ArticleStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every article: executes one command at a time. */
export class ArticleStore extends HarnessComponent<ArticleStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ArticleStoreCommand" },
  };

  #table: SqliteTable<Article> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Article>(
      ARTICLE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Article>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Article>,
  ): StoreResult<Article> | Promise<StoreResult<Article>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "articles" (
      "id", "created_at", "updated_at", "title", "price"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "title", "price", "version"
    FROM "articles"`,
  update: `
    UPDATE "articles" SET
      "updated_at" = ?, "title" = ?, "price" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "articles" WHERE "id" = ?`,
};
