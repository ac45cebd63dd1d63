/**
 * Keeps bookings in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Booking, BOOKING_SPEC } from "../models/booking.ts";

/** What the store needs. */
export interface BookingStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every booking: executes one command at a time. */
export class BookingStore extends HarnessComponent<BookingStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "BookingStoreCommand" },
  };

  #table: SqliteTable<Booking> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Booking>(
      BOOKING_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Booking>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Booking>,
  ): StoreResult<Booking> | Promise<StoreResult<Booking>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "bookings" (
      "id", "created_at", "updated_at", "starts_at", "status", "guest", "seat",
      "room_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "starts_at", "status", "guest", "seat",
      "room_id", "version"
    FROM "bookings"`,
  update: `
    UPDATE "bookings" SET
      "updated_at" = ?, "starts_at" = ?, "status" = ?, "guest" = ?, "seat" = ?,
      "room_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "bookings" WHERE "id" = ?`,
};
