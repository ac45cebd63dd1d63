/**
 * Keeps suppliers in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { CachedTable } from "../kit/cached_table.ts";
import type { EntityCaches } from "../kit/entity_caches.ts";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Supplier, SUPPLIER_SPEC } from "../models/supplier.ts";

/** What the store needs. */
export interface SupplierStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
  /** The caches that all stores share. */
  readonly caches: EntityCaches;
}

/** Keeps every supplier: executes one command at a time. */
export class SupplierStore extends HarnessComponent<SupplierStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "SupplierStoreCommand" },
  };

  #table: CachedTable<Supplier> | undefined;

  /** Opens the table. */
  override setup(): void {
    const table = new SqliteTable<Supplier>(
      SUPPLIER_SPEC,
      this.config.database,
      SQL,
    );
    this.#table = new CachedTable<Supplier>({
      spec: SUPPLIER_SPEC,
      caches: this.config.caches,

      execute: (command) => table.answer(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Supplier>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Supplier>,
  ): StoreResult<Supplier> | Promise<StoreResult<Supplier>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "suppliers" (
      "id", "created_at", "updated_at", "name"
    ) VALUES (?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "version"
    FROM "suppliers"`,
  update: `
    UPDATE "suppliers" SET
      "updated_at" = ?, "name" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "suppliers" WHERE "id" = ?`,
};
