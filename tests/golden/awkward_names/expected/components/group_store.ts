/**
 * Keeps groups in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Group, GROUP_SPEC } from "../models/group.ts";

/** What the store needs. */
export interface GroupStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every group: executes one command at a time. */
export class GroupStore extends HarnessComponent<GroupStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "GroupStoreCommand" },
  };

  #table: SqliteTable<Group> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Group>(GROUP_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Group>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Group>,
  ): StoreResult<Group> | Promise<StoreResult<Group>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "groups" (
      "id", "created_at", "updated_at", "order", "select", "class", "default",
      "new_value"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "order", "select", "class", "default",
      "new_value", "version"
    FROM "groups"`,
  update: `
    UPDATE "groups" SET
      "updated_at" = ?, "order" = ?, "select" = ?, "class" = ?, "default" = ?,
      "new_value" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "groups" WHERE "id" = ?`,
};
