/**
 * Keeps xes in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type X, X_SPEC } from "../models/x.ts";

/** What the store needs. */
export interface XStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every x: executes one command at a time. */
export class XStore extends HarnessComponent<XStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "XStoreCommand" },
  };

  #table: SqliteTable<X> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<X>(X_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<X>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<X>,
  ): StoreResult<X> | Promise<StoreResult<X>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "xes" (
      "id", "created_at", "updated_at", "y"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "y", "version"
    FROM "xes"`,
  update: `
    UPDATE "xes" SET
      "updated_at" = ?, "y" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "xes" WHERE "id" = ?`,
};
