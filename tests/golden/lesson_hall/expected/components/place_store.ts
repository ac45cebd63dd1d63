/**
 * Keeps places in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Place, PLACE_SPEC } from "../models/place.ts";

/** What the store needs. */
export interface PlaceStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every place: executes one command at a time. */
export class PlaceStore extends HarnessComponent<PlaceStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "PlaceStoreCommand" },
  };

  #table: SqliteTable<Place> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Place>(PLACE_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Place>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Place>,
  ): StoreResult<Place> | Promise<StoreResult<Place>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "places" (
      "id", "created_at", "updated_at", "name"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "version"
    FROM "places"`,
  update: `
    UPDATE "places" SET
      "updated_at" = ?, "name" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "places" WHERE "id" = ?`,
};
