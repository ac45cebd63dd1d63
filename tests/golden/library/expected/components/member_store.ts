/**
 * Keeps members in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Member, MEMBER_SPEC } from "../models/member.ts";

/** What the store needs. */
export interface MemberStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every member: executes one command at a time. */
export class MemberStore extends HarnessComponent<MemberStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "MemberStoreCommand" },
  };

  #table: SqliteTable<Member> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Member>(
      MEMBER_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Member>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Member>,
  ): StoreResult<Member> | Promise<StoreResult<Member>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "members" (
      "id", "created_at", "updated_at", "name", "email", "phone",
      "joined_date"
    ) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "email", "phone",
      "joined_date", "version"
    FROM "members"`,
  update: `
    UPDATE "members" SET
      "updated_at" = ?, "name" = ?, "email" = ?, "phone" = ?,
      "joined_date" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "members" WHERE "id" = ?`,
};
