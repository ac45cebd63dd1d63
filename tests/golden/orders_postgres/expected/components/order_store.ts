/**
 * Keeps orders in PostgreSQL.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { PostgresDatabase } from "../kit/postgres_database.ts";
import { PostgresTable } from "../kit/postgres_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Order, ORDER_SPEC } from "../models/order.ts";

/** What the store needs. */
export interface OrderStoreConfig {
  /** The database that all stores share. */
  readonly database: PostgresDatabase;
}

/** Keeps every order: executes one command at a time. */
export class OrderStore extends HarnessComponent<OrderStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "OrderStoreCommand" },
  };

  #table: PostgresTable<Order> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new PostgresTable<Order>(
      ORDER_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Order>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Order>): Promise<StoreResult<Order>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "orders" (
      "id", "created_at", "updated_at", "number", "total", "weight", "units",
      "status", "express", "due_on", "paid_at", "call_at", "note", "extra",
      "customer_id", "replaces_id"
    ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "number", "total", "weight", "units",
      "status", "express", "due_on", "paid_at", "call_at", "note", "extra",
      "customer_id", "replaces_id", "version"
    FROM "orders"`,
  update: `
    UPDATE "orders" SET
      "updated_at" = $1, "number" = $2, "total" = $3, "weight" = $4,
      "units" = $5, "status" = $6, "express" = $7, "due_on" = $8,
      "paid_at" = $9, "call_at" = $10, "note" = $11, "extra" = $12,
      "customer_id" = $13, "replaces_id" = $14,
      "version" = "version" + 1
    WHERE "id" = $15 AND "version" = $16`,
  delete: `DELETE FROM "orders" WHERE "id" = $1`,
};
