/**
 * Keeps course topics in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { requireInSqlite } from "../kit/sqlite_requirement.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { COURSE_TOPIC_SPEC, type CourseTopic } from "../models/course_topic.ts";

/** What the store needs. */
export interface CourseTopicStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every course topic: executes one command at a time. */
export class CourseTopicStore extends HarnessComponent<CourseTopicStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "CourseTopicStoreCommand" },
  };

  #table: SqliteTable<CourseTopic> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<CourseTopic>(
      COURSE_TOPIC_SPEC,
      this.config.database,
      SQL,
      [],
      requireInSqlite,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<CourseTopic>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<CourseTopic>,
  ): StoreResult<CourseTopic> | Promise<StoreResult<CourseTopic>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "course_topics" (
      "id", "created_at", "updated_at", "course_id", "topic_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "course_id", "topic_id", "version"
    FROM "course_topics"`,
  update: `
    UPDATE "course_topics" SET
      "updated_at" = ?, "course_id" = ?, "topic_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "course_topics" WHERE "id" = ?`,
};
