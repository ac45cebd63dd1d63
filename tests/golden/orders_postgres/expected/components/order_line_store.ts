/**
 * Keeps order lines in PostgreSQL.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { PostgresDatabase } from "../kit/postgres_database.ts";
import { PostgresTable } from "../kit/postgres_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { ORDER_LINE_SPEC, type OrderLine } from "../models/order_line.ts";

/** What the store needs. */
export interface OrderLineStoreConfig {
  /** The database that all stores share. */
  readonly database: PostgresDatabase;
}

/** Keeps every order line: executes one command at a time. */
export class OrderLineStore extends HarnessComponent<OrderLineStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "OrderLineStoreCommand" },
  };

  #table: PostgresTable<OrderLine> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new PostgresTable<OrderLine>(
      ORDER_LINE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<OrderLine>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<OrderLine>,
  ): Promise<StoreResult<OrderLine>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "order_lines" (
      "id", "created_at", "updated_at", "product", "quantity", "price",
      "order_id"
    ) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "product", "quantity", "price",
      "order_id", "version"
    FROM "order_lines"`,
  update: `
    UPDATE "order_lines" SET
      "updated_at" = $1, "product" = $2, "quantity" = $3, "price" = $4,
      "order_id" = $5,
      "version" = "version" + 1
    WHERE "id" = $6 AND "version" = $7`,
  delete: `DELETE FROM "order_lines" WHERE "id" = $1`,
};
