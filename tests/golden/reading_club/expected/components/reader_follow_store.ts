/**
 * Keeps reader follows in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  READER_FOLLOW_SPEC,
  type ReaderFollow,
} from "../models/reader_follow.ts";

/** What the store needs. */
export interface ReaderFollowStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every reader follow: executes one command at a time. */
export class ReaderFollowStore
  extends HarnessComponent<ReaderFollowStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ReaderFollowStoreCommand" },
  };

  #table: SqliteTable<ReaderFollow> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<ReaderFollow>(
      READER_FOLLOW_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<ReaderFollow>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<ReaderFollow>,
  ): StoreResult<ReaderFollow> | Promise<StoreResult<ReaderFollow>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "reader_follows" (
      "id", "created_at", "updated_at", "follower_id", "followed_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "follower_id", "followed_id",
      "version"
    FROM "reader_follows"`,
  update: `
    UPDATE "reader_follows" SET
      "updated_at" = ?, "follower_id" = ?, "followed_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "reader_follows" WHERE "id" = ?`,
};
