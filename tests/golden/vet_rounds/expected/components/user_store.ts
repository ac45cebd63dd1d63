/**
 * Keeps users in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type User, USER_SPEC } from "../models/user.ts";

/** What the store needs. */
export interface UserStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every user: executes one command at a time. */
export class UserStore extends HarnessComponent<UserStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "UserStoreCommand" },
  };

  #table: SqliteTable<User> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<User>(USER_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<User>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<User>,
  ): StoreResult<User> | Promise<StoreResult<User>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "users" (
      "id", "created_at", "updated_at", "email", "full_name", "role",
      "practice_id", "mentor_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "email", "full_name", "role",
      "practice_id", "mentor_id", "version"
    FROM "users"`,
  update: `
    UPDATE "users" SET
      "updated_at" = ?, "email" = ?, "full_name" = ?, "role" = ?,
      "practice_id" = ?, "mentor_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "users" WHERE "id" = ?`,
};
