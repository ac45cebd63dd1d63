/**
 * Keeps sqls in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { SQL_SPEC, type SQLEntity } from "../models/sql.ts";

/** What the store needs. */
export interface SQLStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every sql: executes one command at a time. */
export class SQLStore extends HarnessComponent<SQLStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "SQLEntityStoreCommand" },
  };

  #table: SqliteTable<SQLEntity> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<SQLEntity>(
      SQL_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<SQLEntity>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<SQLEntity>,
  ): StoreResult<SQLEntity> | Promise<StoreResult<SQLEntity>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "sqls" (
      "id", "created_at", "updated_at", "s", "api_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "s", "api_id", "version"
    FROM "sqls"`,
  update: `
    UPDATE "sqls" SET
      "updated_at" = ?, "s" = ?, "api_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "sqls" WHERE "id" = ?`,
};
