/**
 * Keeps lessons in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { requireInSqlite } from "../kit/sqlite_requirement.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import { keepDeletedInSqlite } from "../kit/sqlite_trash.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Lesson, LESSON_SPEC } from "../models/lesson.ts";

/** What the store needs. */
export interface LessonStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every lesson: executes one command at a time. */
export class LessonStore extends HarnessComponent<LessonStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "LessonStoreCommand" },
  };

  #table: SqliteTable<Lesson> | undefined;

  /** Opens the table. */
  override setup(): void {
    keepDeletedInSqlite(this.config.database);
    this.#table = new SqliteTable<Lesson>(
      LESSON_SPEC,
      this.config.database,
      SQL,
      [],
      requireInSqlite,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Lesson>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Lesson>,
  ): StoreResult<Lesson> | Promise<StoreResult<Lesson>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "lessons" (
      "id", "created_at", "updated_at", "number", "title", "minutes",
      "course_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "number", "title", "minutes",
      "course_id", "version"
    FROM "lessons"`,
  update: `
    UPDATE "lessons" SET
      "updated_at" = ?, "number" = ?, "title" = ?, "minutes" = ?,
      "course_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "lessons" WHERE "id" = ?`,
};
