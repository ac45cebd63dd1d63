/**
 * Keeps tasks in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Task, TASK_SPEC } from "../models/task.ts";

/** What the store needs. */
export interface TaskStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every task: executes one command at a time. */
export class TaskStore extends HarnessComponent<TaskStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "TaskStoreCommand" },
  };

  #table: SqliteTable<Task> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Task>(TASK_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Task>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Task>,
  ): StoreResult<Task> | Promise<StoreResult<Task>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "tasks" (
      "id", "created_at", "updated_at", "data"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "data", "version"
    FROM "tasks"`,
  update: `
    UPDATE "tasks" SET
      "updated_at" = ?, "data" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "tasks" WHERE "id" = ?`,
};
