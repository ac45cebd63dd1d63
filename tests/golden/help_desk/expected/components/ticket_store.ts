/**
 * Keeps tickets in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Ticket, TICKET_SPEC } from "../models/ticket.ts";

/** What the store needs. */
export interface TicketStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every ticket: executes one command at a time. */
export class TicketStore extends HarnessComponent<TicketStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "TicketStoreCommand" },
  };

  #table: SqliteTable<Ticket> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Ticket>(
      TICKET_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Ticket>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Ticket>,
  ): StoreResult<Ticket> | Promise<StoreResult<Ticket>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "tickets" (
      "id", "created_at", "updated_at", "title", "slug", "status", "secret",
      "customer_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "title", "slug", "status", "secret",
      "customer_id", "version"
    FROM "tickets"`,
  update: `
    UPDATE "tickets" SET
      "updated_at" = ?, "title" = ?, "slug" = ?, "status" = ?, "secret" = ?,
      "customer_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "tickets" WHERE "id" = ?`,
};
