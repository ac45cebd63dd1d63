/**
 * Keeps maps in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { MAP_SPEC, type MapEntity } from "../models/map.ts";

/** What the store needs. */
export interface MapStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every map: executes one command at a time. */
export class MapStore extends HarnessComponent<MapStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "MapEntityStoreCommand" },
  };

  #table: SqliteTable<MapEntity> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<MapEntity>(
      MAP_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<MapEntity>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<MapEntity>,
  ): StoreResult<MapEntity> | Promise<StoreResult<MapEntity>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "maps" (
      "id", "created_at", "updated_at", "function", "return"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "function", "return", "version"
    FROM "maps"`,
  update: `
    UPDATE "maps" SET
      "updated_at" = ?, "function" = ?, "return" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "maps" WHERE "id" = ?`,
};
