/**
 * Keeps clients in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Client, CLIENT_SPEC } from "../models/client.ts";

/** What the store needs. */
export interface ClientStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every client: executes one command at a time. */
export class ClientStore extends HarnessComponent<ClientStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ClientStoreCommand" },
  };

  #table: SqliteTable<Client> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Client>(
      CLIENT_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Client>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Client>,
  ): StoreResult<Client> | Promise<StoreResult<Client>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "clients" (
      "id", "created_at", "updated_at", "name", "credit"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "credit", "version"
    FROM "clients"`,
  update: `
    UPDATE "clients" SET
      "updated_at" = ?, "name" = ?, "credit" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "clients" WHERE "id" = ?`,
};
