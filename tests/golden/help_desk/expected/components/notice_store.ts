/**
 * Keeps notices in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Notice, NOTICE_SPEC } from "../models/notice.ts";

/** What the store needs. */
export interface NoticeStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every notice: executes one command at a time. */
export class NoticeStore extends HarnessComponent<NoticeStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "NoticeStoreCommand" },
  };

  #table: SqliteTable<Notice> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Notice>(
      NOTICE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Notice>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Notice>,
  ): StoreResult<Notice> | Promise<StoreResult<Notice>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "notices" (
      "id", "created_at", "updated_at", "text", "draft"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "text", "draft", "version"
    FROM "notices"`,
  update: `
    UPDATE "notices" SET
      "updated_at" = ?, "text" = ?, "draft" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "notices" WHERE "id" = ?`,
};
