/**
 * Keeps animal remedies in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  ANIMAL_REMEDY_SPEC,
  type AnimalRemedy,
} from "../models/animal_remedy.ts";

/** What the store needs. */
export interface AnimalRemedyStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every animal remedy: executes one command at a time. */
export class AnimalRemedyStore
  extends HarnessComponent<AnimalRemedyStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "AnimalRemedyStoreCommand" },
  };

  #table: SqliteTable<AnimalRemedy> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<AnimalRemedy>(
      ANIMAL_REMEDY_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<AnimalRemedy>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<AnimalRemedy>,
  ): StoreResult<AnimalRemedy> | Promise<StoreResult<AnimalRemedy>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "animal_remedies" (
      "id", "created_at", "updated_at", "animal_id", "remedy_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "animal_id", "remedy_id", "version"
    FROM "animal_remedies"`,
  update: `
    UPDATE "animal_remedies" SET
      "updated_at" = ?, "animal_id" = ?, "remedy_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "animal_remedies" WHERE "id" = ?`,
};
