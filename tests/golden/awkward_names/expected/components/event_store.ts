/**
 * Keeps events in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { EVENT_SPEC, type EventEntity } from "../models/event.ts";

/** What the store needs. */
export interface EventStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every event: executes one command at a time. */
export class EventStore extends HarnessComponent<EventStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "EventEntityStoreCommand" },
  };

  #table: SqliteTable<EventEntity> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<EventEntity>(
      EVENT_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<EventEntity>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<EventEntity>,
  ): StoreResult<EventEntity> | Promise<StoreResult<EventEntity>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "events" (
      "id", "created_at", "updated_at", "request", "group_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "request", "group_id", "version"
    FROM "events"`,
  update: `
    UPDATE "events" SET
      "updated_at" = ?, "request" = ?, "group_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "events" WHERE "id" = ?`,
};
