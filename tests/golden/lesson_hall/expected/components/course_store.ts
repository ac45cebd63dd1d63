/**
 * Keeps courses in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Course, COURSE_SPEC } from "../models/course.ts";

/** What the store needs. */
export interface CourseStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every course: executes one command at a time. */
export class CourseStore extends HarnessComponent<CourseStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "CourseStoreCommand" },
  };

  #table: SqliteTable<Course> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Course>(
      COURSE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Course>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Course>,
  ): StoreResult<Course> | Promise<StoreResult<Course>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "courses" (
      "id", "created_at", "updated_at", "code", "title", "state", "lead_id",
      "place_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "code", "title", "state", "lead_id",
      "place_id", "version"
    FROM "courses"`,
  update: `
    UPDATE "courses" SET
      "updated_at" = ?, "code" = ?, "title" = ?, "state" = ?, "lead_id" = ?,
      "place_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "courses" WHERE "id" = ?`,
};
