/**
 * Keeps animals in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { batchInSqlite } from "../kit/sqlite_batch.ts";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type {
  BatchCommand,
  BatchResult,
  StoreCommand,
  StoreResult,
} from "../kit/store_command.ts";
import { type Animal, ANIMAL_SPEC } from "../models/animal.ts";

/** What the store needs. */
export interface AnimalStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every animal: executes one command at a time. */
export class AnimalStore extends HarnessComponent<AnimalStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "AnimalStoreCommand" },
  };

  #table: SqliteTable<Animal> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Animal>(
      ANIMAL_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Animal> | BatchCommand<Animal>) =>
        command.kind === "batch"
          ? this.handleExecuteBatch(command)
          : this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Animal>,
  ): StoreResult<Animal> | Promise<StoreResult<Animal>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }

  /** Carries out several writes that came in by `execute`, all or none. */
  handleExecuteBatch(command: BatchCommand<Animal>): BatchResult<Animal> {
    if (!this.#table) throw new Error("The store is not set up");
    const { database } = this.config;
    const where = { spec: ANIMAL_SPEC, database, table: this.#table };
    return batchInSqlite(where, command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "animals" (
      "id", "created_at", "updated_at", "chip", "nickname", "kind", "state",
      "traits", "portrait", "practice_id", "keeper_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "chip", "nickname", "kind", "state",
      "traits", "portrait", "practice_id", "keeper_id", "version"
    FROM "animals"`,
  update: `
    UPDATE "animals" SET
      "updated_at" = ?, "chip" = ?, "nickname" = ?, "kind" = ?, "state" = ?,
      "traits" = ?, "portrait" = ?, "practice_id" = ?, "keeper_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "animals" WHERE "id" = ?`,
};
