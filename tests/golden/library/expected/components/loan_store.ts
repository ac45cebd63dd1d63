/**
 * Keeps loans in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Loan, LOAN_SPEC } from "../models/loan.ts";

/** What the store needs. */
export interface LoanStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every loan: executes one command at a time. */
export class LoanStore extends HarnessComponent<LoanStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "LoanStoreCommand" },
  };

  #table: SqliteTable<Loan> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Loan>(LOAN_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Loan>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Loan>,
  ): StoreResult<Loan> | Promise<StoreResult<Loan>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "loans" (
      "id", "created_at", "updated_at", "due_date", "returned", "book_id",
      "member_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "due_date", "returned", "book_id",
      "member_id", "version"
    FROM "loans"`,
  update: `
    UPDATE "loans" SET
      "updated_at" = ?, "due_date" = ?, "returned" = ?, "book_id" = ?,
      "member_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "loans" WHERE "id" = ?`,
};
