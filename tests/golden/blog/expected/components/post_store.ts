/**
 * Keeps posts in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Post, POST_SPEC } from "../models/post.ts";

/** What the store needs. */
export interface PostStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every post: executes one command at a time. */
export class PostStore extends HarnessComponent<PostStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "PostStoreCommand" },
  };

  #table: SqliteTable<Post> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Post>(POST_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Post>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Post>,
  ): StoreResult<Post> | Promise<StoreResult<Post>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "posts" (
      "id", "created_at", "updated_at", "title", "body", "status"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "title", "body", "status", "version"
    FROM "posts"`,
  update: `
    UPDATE "posts" SET
      "updated_at" = ?, "title" = ?, "body" = ?, "status" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "posts" WHERE "id" = ?`,
};
