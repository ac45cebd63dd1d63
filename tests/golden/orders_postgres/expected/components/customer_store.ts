/**
 * Keeps customers in PostgreSQL.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { PostgresDatabase } from "../kit/postgres_database.ts";
import { PostgresTable } from "../kit/postgres_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Customer, CUSTOMER_SPEC } from "../models/customer.ts";

/** What the store needs. */
export interface CustomerStoreConfig {
  /** The database that all stores share. */
  readonly database: PostgresDatabase;
}

/** Keeps every customer: executes one command at a time. */
export class CustomerStore extends HarnessComponent<CustomerStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "CustomerStoreCommand" },
  };

  #table: PostgresTable<Customer> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new PostgresTable<Customer>(
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
  ): Promise<StoreResult<Customer>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "customers" (
      "id", "created_at", "updated_at", "email", "name", "born", "website"
    ) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "email", "name", "born", "website",
      "version"
    FROM "customers"`,
  update: `
    UPDATE "customers" SET
      "updated_at" = $1, "email" = $2, "name" = $3, "born" = $4,
      "website" = $5,
      "version" = "version" + 1
    WHERE "id" = $6 AND "version" = $7`,
  delete: `DELETE FROM "customers" WHERE "id" = $1`,
};
