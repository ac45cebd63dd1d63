/**
 * Keeps seat requests in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { SEAT_REQUEST_SPEC, type SeatRequest } from "../models/seat_request.ts";

/** What the store needs. */
export interface SeatRequestStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every seat request: executes one command at a time. */
export class SeatRequestStore extends HarnessComponent<SeatRequestStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "SeatRequestStoreCommand" },
  };

  #table: SqliteTable<SeatRequest> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<SeatRequest>(
      SEAT_REQUEST_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<SeatRequest>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<SeatRequest>,
  ): StoreResult<SeatRequest> | Promise<StoreResult<SeatRequest>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "seat_requests" (
      "id", "created_at", "updated_at", "seats", "status", "concert_id",
      "by_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "seats", "status", "concert_id",
      "by_id", "version"
    FROM "seat_requests"`,
  update: `
    UPDATE "seat_requests" SET
      "updated_at" = ?, "seats" = ?, "status" = ?, "concert_id" = ?,
      "by_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "seat_requests" WHERE "id" = ?`,
};
