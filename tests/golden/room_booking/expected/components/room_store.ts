/**
 * Keeps rooms in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Room, ROOM_SPEC } from "../models/room.ts";

/** What the store needs. */
export interface RoomStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every room: executes one command at a time. */
export class RoomStore extends HarnessComponent<RoomStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "RoomStoreCommand" },
  };

  #table: SqliteTable<Room> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Room>(ROOM_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Room>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Room>,
  ): StoreResult<Room> | Promise<StoreResult<Room>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "rooms" (
      "id", "created_at", "updated_at", "building", "number", "kind"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "building", "number", "kind",
      "version"
    FROM "rooms"`,
  update: `
    UPDATE "rooms" SET
      "updated_at" = ?, "building" = ?, "number" = ?, "kind" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "rooms" WHERE "id" = ?`,
};
