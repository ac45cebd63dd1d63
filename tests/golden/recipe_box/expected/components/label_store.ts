/**
 * Keeps labels in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Label, LABEL_SPEC } from "../models/label.ts";

/** What the store needs. */
export interface LabelStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every label: executes one command at a time. */
export class LabelStore extends HarnessComponent<LabelStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "LabelStoreCommand" },
  };

  #table: SqliteTable<Label> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Label>(LABEL_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Label>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Label>,
  ): StoreResult<Label> | Promise<StoreResult<Label>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "labels" (
      "id", "created_at", "updated_at", "word"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "word", "version"
    FROM "labels"`,
  update: `
    UPDATE "labels" SET
      "updated_at" = ?, "word" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "labels" WHERE "id" = ?`,
};
