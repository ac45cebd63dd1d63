/**
 * Keeps uuids in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type UUID, UUID_SPEC } from "../models/uuid.ts";

/** What the store needs. */
export interface UUIDStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every uuid: executes one command at a time. */
export class UUIDStore extends HarnessComponent<UUIDStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "UUIDStoreCommand" },
  };

  #table: SqliteTable<UUID> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<UUID>(UUID_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<UUID>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<UUID>,
  ): StoreResult<UUID> | Promise<StoreResult<UUID>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "uuids" (
      "id", "created_at", "updated_at", "function"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "function", "version"
    FROM "uuids"`,
  update: `
    UPDATE "uuids" SET
      "updated_at" = ?, "function" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "uuids" WHERE "id" = ?`,
};
