/**
 * Keeps apis in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type API, API_SPEC } from "../models/api.ts";

/** What the store needs. */
export interface APIStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every api: executes one command at a time. */
export class APIStore extends HarnessComponent<APIStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "APIStoreCommand" },
  };

  #table: SqliteTable<API> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<API>(API_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<API>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<API>,
  ): StoreResult<API> | Promise<StoreResult<API>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "apis" (
      "id", "created_at", "updated_at", "n"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "n", "version"
    FROM "apis"`,
  update: `
    UPDATE "apis" SET
      "updated_at" = ?, "n" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "apis" WHERE "id" = ?`,
};
