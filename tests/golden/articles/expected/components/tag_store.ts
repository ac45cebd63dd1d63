/**
 * Keeps tags in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Tag, TAG_SPEC } from "../models/tag.ts";

/** What the store needs. */
export interface TagStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every tag: executes one command at a time. */
export class TagStore extends HarnessComponent<TagStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "TagStoreCommand" },
  };

  #table: SqliteTable<Tag> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Tag>(TAG_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Tag>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Tag>,
  ): StoreResult<Tag> | Promise<StoreResult<Tag>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "tags" (
      "id", "created_at", "updated_at", "handle", "label"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "handle", "label", "version"
    FROM "tags"`,
  update: `
    UPDATE "tags" SET
      "updated_at" = ?, "handle" = ?, "label" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "tags" WHERE "id" = ?`,
};
