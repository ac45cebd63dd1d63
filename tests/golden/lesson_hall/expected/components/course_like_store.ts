/**
 * Keeps course likes in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { COURSE_LIKE_SPEC, type CourseLike } from "../models/course_like.ts";

/** What the store needs. */
export interface CourseLikeStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every course like: executes one command at a time. */
export class CourseLikeStore extends HarnessComponent<CourseLikeStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "CourseLikeStoreCommand" },
  };

  #table: SqliteTable<CourseLike> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<CourseLike>(
      COURSE_LIKE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<CourseLike>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<CourseLike>,
  ): StoreResult<CourseLike> | Promise<StoreResult<CourseLike>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "course_likes" (
      "id", "created_at", "updated_at", "user_id", "course_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "user_id", "course_id", "version"
    FROM "course_likes"`,
  update: `
    UPDATE "course_likes" SET
      "updated_at" = ?, "user_id" = ?, "course_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "course_likes" WHERE "id" = ?`,
};
