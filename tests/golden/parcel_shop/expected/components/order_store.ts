/**
 * Keeps orders in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Order, ORDER_SPEC } from "../models/order.ts";

/** What the store needs. */
export interface OrderStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every order: executes one command at a time. */
export class OrderStore extends HarnessComponent<OrderStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "OrderStoreCommand" },
  };

  #table: SqliteTable<Order> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Order>(ORDER_SPEC, this.config.database, SQL);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Order>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Order>,
  ): StoreResult<Order> | Promise<StoreResult<Order>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "orders" (
      "id", "created_at", "updated_at", "customer", "weight_grams", "zone",
      "subtotal", "express", "status", "shipping_cost"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "customer", "weight_grams", "zone",
      "subtotal", "express", "status", "shipping_cost", "version"
    FROM "orders"`,
  update: `
    UPDATE "orders" SET
      "updated_at" = ?, "customer" = ?, "weight_grams" = ?, "zone" = ?,
      "subtotal" = ?, "express" = ?, "status" = ?, "shipping_cost" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "orders" WHERE "id" = ?`,
};
