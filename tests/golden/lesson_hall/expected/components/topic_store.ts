/**
 * Keeps topics in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Topic, TOPIC_SPEC } from "../models/topic.ts";

/** What the store needs. */
export interface TopicStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every topic: executes one command at a time. */
export class TopicStore extends HarnessComponent<TopicStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "TopicStoreCommand" },
  };

  #table: SqliteTable<Topic> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Topic>(TOPIC_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Topic>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Topic>,
  ): StoreResult<Topic> | Promise<StoreResult<Topic>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "topics" (
      "id", "created_at", "updated_at", "name", "approved", "proposer_id"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "approved", "proposer_id",
      "version"
    FROM "topics"`,
  update: `
    UPDATE "topics" SET
      "updated_at" = ?, "name" = ?, "approved" = ?, "proposer_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "topics" WHERE "id" = ?`,
};
