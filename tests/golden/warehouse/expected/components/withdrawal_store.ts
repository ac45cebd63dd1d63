/**
 * Keeps withdrawals in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { CachedTable } from "../kit/cached_table.ts";
import type { EntityCaches } from "../kit/entity_caches.ts";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { adjustInSqlite } from "../kit/sqlite_adjustment.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Withdrawal, WITHDRAWAL_SPEC } from "../models/withdrawal.ts";

/** What the store needs. */
export interface WithdrawalStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
  /** The caches that all stores share. */
  readonly caches: EntityCaches;
}

/** Keeps every withdrawal: executes one command at a time. */
export class WithdrawalStore extends HarnessComponent<WithdrawalStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "WithdrawalStoreCommand" },
  };

  #table: CachedTable<Withdrawal> | undefined;

  /** Opens the table. */
  override setup(): void {
    const table = new SqliteTable<Withdrawal>(
      WITHDRAWAL_SPEC,
      this.config.database,
      SQL,
      [adjustInSqlite],
    );
    this.#table = new CachedTable<Withdrawal>({
      spec: WITHDRAWAL_SPEC,
      caches: this.config.caches,

      execute: (command) => table.answer(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Withdrawal>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Withdrawal>,
  ): StoreResult<Withdrawal> | Promise<StoreResult<Withdrawal>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "withdrawals" (
      "id", "created_at", "updated_at", "quantity", "status", "product_id"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "quantity", "status", "product_id",
      "version"
    FROM "withdrawals"`,
  update: `
    UPDATE "withdrawals" SET
      "updated_at" = ?, "quantity" = ?, "status" = ?, "product_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "withdrawals" WHERE "id" = ?`,
};
