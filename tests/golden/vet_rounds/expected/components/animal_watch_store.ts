/**
 * Keeps animal watches in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { ANIMAL_WATCH_SPEC, type AnimalWatch } from "../models/animal_watch.ts";

/** What the store needs. */
export interface AnimalWatchStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every animal watch: executes one command at a time. */
export class AnimalWatchStore extends HarnessComponent<AnimalWatchStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "AnimalWatchStoreCommand" },
  };

  #table: SqliteTable<AnimalWatch> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<AnimalWatch>(
      ANIMAL_WATCH_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<AnimalWatch>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<AnimalWatch>,
  ): StoreResult<AnimalWatch> | Promise<StoreResult<AnimalWatch>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "animal_watches" (
      "id", "created_at", "updated_at", "user_id", "animal_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "user_id", "animal_id", "version"
    FROM "animal_watches"`,
  update: `
    UPDATE "animal_watches" SET
      "updated_at" = ?, "user_id" = ?, "animal_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "animal_watches" WHERE "id" = ?`,
};
