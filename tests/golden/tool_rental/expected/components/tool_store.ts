/**
 * Keeps tools in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Tool, TOOL_SPEC } from "../models/tool.ts";

/** What the store needs. */
export interface ToolStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every tool: executes one command at a time. */
export class ToolStore extends HarnessComponent<ToolStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ToolStoreCommand" },
  };

  #table: SqliteTable<Tool> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Tool>(TOOL_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Tool>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Tool>,
  ): StoreResult<Tool> | Promise<StoreResult<Tool>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "tools" (
      "id", "created_at", "updated_at", "name", "broken"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "broken", "version"
    FROM "tools"`,
  update: `
    UPDATE "tools" SET
      "updated_at" = ?, "name" = ?, "broken" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "tools" WHERE "id" = ?`,
};
