/**
 * Keeps notes in SQLite.
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
import { type Note, NOTE_SPEC } from "../models/note.ts";

/** What the store needs. */
export interface NoteStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every note: executes one command at a time. */
export class NoteStore extends HarnessComponent<NoteStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "NoteStoreCommand" },
  };

  #table: SqliteTable<Note> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Note>(NOTE_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Note> | BatchCommand<Note>) =>
        command.kind === "batch"
          ? this.handleExecuteBatch(command)
          : this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Note>,
  ): StoreResult<Note> | Promise<StoreResult<Note>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }

  /** Carries out several writes that came in by `execute`, all or none. */
  handleExecuteBatch(command: BatchCommand<Note>): BatchResult<Note> {
    if (!this.#table) throw new Error("The store is not set up");
    const { database } = this.config;
    const where = { spec: NOTE_SPEC, database, table: this.#table };
    return batchInSqlite(where, command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "notes" (
      "id", "created_at", "updated_at", "text"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "text", "version"
    FROM "notes"`,
  update: `
    UPDATE "notes" SET
      "updated_at" = ?, "text" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "notes" WHERE "id" = ?`,
};
