/**
 * Keeps readers in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Reader, READER_SPEC } from "../models/reader.ts";

/** What the store needs. */
export interface ReaderStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every reader: executes one command at a time. */
export class ReaderStore extends HarnessComponent<ReaderStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ReaderStoreCommand" },
  };

  #table: SqliteTable<Reader> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Reader>(
      READER_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Reader>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Reader>,
  ): StoreResult<Reader> | Promise<StoreResult<Reader>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "readers" (
      "id", "created_at", "updated_at", "email", "name", "about"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "email", "name", "about", "version"
    FROM "readers"`,
  update: `
    UPDATE "readers" SET
      "updated_at" = ?, "email" = ?, "name" = ?, "about" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "readers" WHERE "id" = ?`,
};
