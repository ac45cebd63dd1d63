/**
 * Keeps comments in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Comment, COMMENT_SPEC } from "../models/comment.ts";

/** What the store needs. */
export interface CommentStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every comment: executes one command at a time. */
export class CommentStore extends HarnessComponent<CommentStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "CommentStoreCommand" },
  };

  #table: SqliteTable<Comment> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Comment>(
      COMMENT_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Comment>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Comment>,
  ): StoreResult<Comment> | Promise<StoreResult<Comment>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "comments" (
      "id", "created_at", "updated_at", "author_name", "text", "post_id"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "author_name", "text", "post_id",
      "version"
    FROM "comments"`,
  update: `
    UPDATE "comments" SET
      "updated_at" = ?, "author_name" = ?, "text" = ?, "post_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "comments" WHERE "id" = ?`,
};
