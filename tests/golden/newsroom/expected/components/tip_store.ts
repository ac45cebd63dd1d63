/**
 * Keeps tips in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Tip, TIP_SPEC } from "../models/tip.ts";

/** What the store needs. */
export interface TipStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every tip: executes one command at a time. */
export class TipStore extends HarnessComponent<TipStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "TipStoreCommand" },
  };

  #table: SqliteTable<Tip> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Tip>(TIP_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Tip>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Tip>,
  ): StoreResult<Tip> | Promise<StoreResult<Tip>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "tips" (
      "id", "created_at", "updated_at", "text", "sender_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "text", "sender_id", "version"
    FROM "tips"`,
  update: `
    UPDATE "tips" SET
      "updated_at" = ?, "text" = ?, "sender_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "tips" WHERE "id" = ?`,
};
