/**
 * Keeps things in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Thing, THING_SPEC } from "../models/thing.ts";

/** What the store needs. */
export interface ThingStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every thing: executes one command at a time. */
export class ThingStore extends HarnessComponent<ThingStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ThingStoreCommand" },
  };

  #table: SqliteTable<Thing> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Thing>(THING_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Thing>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Thing>,
  ): StoreResult<Thing> | Promise<StoreResult<Thing>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "things" (
      "id", "created_at", "updated_at", "label", "note", "mail", "work",
      "long", "site", "repository", "born", "at", "tea", "key", "home", "kind",
      "count", "weight", "price", "open", "extra", "takes", "rest", "break",
      "laps"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "label", "note", "mail", "work",
      "long", "site", "repository", "born", "at", "tea", "key", "home", "kind",
      "count", "weight", "price", "open", "extra", "takes", "rest", "break",
      "laps", "version"
    FROM "things"`,
  update: `
    UPDATE "things" SET
      "updated_at" = ?, "label" = ?, "note" = ?, "mail" = ?, "work" = ?,
      "long" = ?, "site" = ?, "repository" = ?, "born" = ?, "at" = ?,
      "tea" = ?, "key" = ?, "home" = ?, "kind" = ?, "count" = ?, "weight" = ?,
      "price" = ?, "open" = ?, "extra" = ?, "takes" = ?, "rest" = ?,
      "break" = ?, "laps" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "things" WHERE "id" = ?`,
};
