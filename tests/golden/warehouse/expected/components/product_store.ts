/**
 * Keeps products in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { CachedTable } from "../kit/cached_table.ts";
import type { EntityCaches } from "../kit/entity_caches.ts";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import { keepDeletedInSqlite } from "../kit/sqlite_trash.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Product, PRODUCT_SPEC } from "../models/product.ts";

/** What the store needs. */
export interface ProductStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
  /** The caches that all stores share. */
  readonly caches: EntityCaches;
}

/** Keeps every product: executes one command at a time. */
export class ProductStore extends HarnessComponent<ProductStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ProductStoreCommand" },
  };

  #table: CachedTable<Product> | undefined;

  /** Opens the table. */
  override setup(): void {
    keepDeletedInSqlite(this.config.database);
    const table = new SqliteTable<Product>(
      PRODUCT_SPEC,
      this.config.database,
      SQL,
    );
    this.#table = new CachedTable<Product>({
      spec: PRODUCT_SPEC,
      caches: this.config.caches,
      size: { entries: 500, seconds: 60 },
      execute: (command) => table.answer(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Product>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Product>,
  ): StoreResult<Product> | Promise<StoreResult<Product>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "products" (
      "id", "created_at", "updated_at", "sku", "title", "stock", "status",
      "supplier_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "sku", "title", "stock", "status",
      "supplier_id", "version"
    FROM "products"`,
  update: `
    UPDATE "products" SET
      "updated_at" = ?, "sku" = ?, "title" = ?, "stock" = ?, "status" = ?,
      "supplier_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "products" WHERE "id" = ?`,
};
