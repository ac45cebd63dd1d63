/**
 * Keeps bodies in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Body, BODY_SPEC } from "../models/body.ts";

/** What the store needs. */
export interface BodyStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every body: executes one command at a time. */
export class BodyStore extends HarnessComponent<BodyStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "BodyStoreCommand" },
  };

  #table: SqliteTable<Body> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Body>(BODY_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Body>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Body>,
  ): StoreResult<Body> | Promise<StoreResult<Body>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "bodies" (
      "id", "created_at", "updated_at", "enabled", "name"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "enabled", "name", "version"
    FROM "bodies"`,
  update: `
    UPDATE "bodies" SET
      "updated_at" = ?, "enabled" = ?, "name" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "bodies" WHERE "id" = ?`,
};
