/**
 * Keeps customers in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Customer, CUSTOMER_SPEC } from "../models/customer.ts";

/** What the store needs. */
export interface CustomerStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every customer: executes one command at a time. */
export class CustomerStore extends HarnessComponent<CustomerStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "CustomerStoreCommand" },
  };

  #table: SqliteTable<Customer> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Customer>(
      CUSTOMER_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Customer>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Customer>,
  ): StoreResult<Customer> | Promise<StoreResult<Customer>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "customers" (
      "id", "created_at", "updated_at", "name", "email", "since"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "email", "since", "version"
    FROM "customers"`,
  update: `
    UPDATE "customers" SET
      "updated_at" = ?, "name" = ?, "email" = ?, "since" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "customers" WHERE "id" = ?`,
};
