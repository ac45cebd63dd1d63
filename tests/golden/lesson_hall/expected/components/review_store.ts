/**
 * Keeps reviews in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import { keepDeletedInSqlite } from "../kit/sqlite_trash.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Review, REVIEW_SPEC } from "../models/review.ts";

/** What the store needs. */
export interface ReviewStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every review: executes one command at a time. */
export class ReviewStore extends HarnessComponent<ReviewStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ReviewStoreCommand" },
  };

  #table: SqliteTable<Review> | undefined;

  /** Opens the table. */
  override setup(): void {
    keepDeletedInSqlite(this.config.database);
    this.#table = new SqliteTable<Review>(
      REVIEW_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Review>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Review>,
  ): StoreResult<Review> | Promise<StoreResult<Review>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "reviews" (
      "id", "created_at", "updated_at", "text", "course_id", "by_id"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "text", "course_id", "by_id",
      "version"
    FROM "reviews"`,
  update: `
    UPDATE "reviews" SET
      "updated_at" = ?, "text" = ?, "course_id" = ?, "by_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "reviews" WHERE "id" = ?`,
};
