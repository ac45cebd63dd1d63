/**
 * Keeps controllers in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Controller, CONTROLLER_SPEC } from "../models/controller.ts";

/** What the store needs. */
export interface ControllerStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every controller: executes one command at a time. */
export class ControllerStore extends HarnessComponent<ControllerStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ControllerStoreCommand" },
  };

  #table: SqliteTable<Controller> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Controller>(
      CONTROLLER_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Controller>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Controller>,
  ): StoreResult<Controller> | Promise<StoreResult<Controller>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "controllers" (
      "id", "created_at", "updated_at", "isbn", "code"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "isbn", "code", "version"
    FROM "controllers"`,
  update: `
    UPDATE "controllers" SET
      "updated_at" = ?, "isbn" = ?, "code" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "controllers" WHERE "id" = ?`,
};
