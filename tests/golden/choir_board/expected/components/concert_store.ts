/**
 * Keeps concerts in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Concert, CONCERT_SPEC } from "../models/concert.ts";

/** What the store needs. */
export interface ConcertStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every concert: executes one command at a time. */
export class ConcertStore extends HarnessComponent<ConcertStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ConcertStoreCommand" },
  };

  #table: SqliteTable<Concert> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Concert>(
      CONCERT_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Concert>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Concert>,
  ): StoreResult<Concert> | Promise<StoreResult<Concert>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "concerts" (
      "id", "created_at", "updated_at", "code", "title", "starts_on", "state",
      "program", "door_code", "leader_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "code", "title", "starts_on", "state",
      "program", "door_code", "leader_id", "version"
    FROM "concerts"`,
  update: `
    UPDATE "concerts" SET
      "updated_at" = ?, "code" = ?, "title" = ?, "starts_on" = ?, "state" = ?,
      "program" = ?, "door_code" = ?, "leader_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "concerts" WHERE "id" = ?`,
};
