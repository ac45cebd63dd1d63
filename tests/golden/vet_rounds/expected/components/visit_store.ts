/**
 * Keeps visits in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import { keepDeletedInSqlite } from "../kit/sqlite_trash.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Visit, VISIT_SPEC } from "../models/visit.ts";

/** What the store needs. */
export interface VisitStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every visit: executes one command at a time. */
export class VisitStore extends HarnessComponent<VisitStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "VisitStoreCommand" },
  };

  #table: SqliteTable<Visit> | undefined;

  /** Opens the table. */
  override setup(): void {
    keepDeletedInSqlite(this.config.database);
    this.#table = new SqliteTable<Visit>(VISIT_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Visit>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Visit>,
  ): StoreResult<Visit> | Promise<StoreResult<Visit>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "visits" (
      "id", "created_at", "updated_at", "number", "reason", "fee", "due_on",
      "x_ray", "practice_id", "animal_id", "by_id", "helper_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "number", "reason", "fee", "due_on",
      "x_ray", "practice_id", "animal_id", "by_id", "helper_id", "version"
    FROM "visits"`,
  update: `
    UPDATE "visits" SET
      "updated_at" = ?, "number" = ?, "reason" = ?, "fee" = ?, "due_on" = ?,
      "x_ray" = ?, "practice_id" = ?, "animal_id" = ?, "by_id" = ?,
      "helper_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "visits" WHERE "id" = ?`,
};
