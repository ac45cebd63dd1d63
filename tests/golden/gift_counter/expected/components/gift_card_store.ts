/**
 * Keeps gift cards in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { batchInSqlite } from "../kit/sqlite_batch.ts";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import { keepDeletedInSqlite } from "../kit/sqlite_trash.ts";
import type {
  BatchCommand,
  BatchResult,
  StoreCommand,
  StoreResult,
} from "../kit/store_command.ts";
import { GIFT_CARD_SPEC, type GiftCard } from "../models/gift_card.ts";

/** What the store needs. */
export interface GiftCardStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every gift card: executes one command at a time. */
export class GiftCardStore extends HarnessComponent<GiftCardStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "GiftCardStoreCommand" },
  };

  #table: SqliteTable<GiftCard> | undefined;

  /** Opens the table. */
  override setup(): void {
    keepDeletedInSqlite(this.config.database);
    this.#table = new SqliteTable<GiftCard>(
      GIFT_CARD_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<GiftCard> | BatchCommand<GiftCard>) =>
        command.kind === "batch"
          ? this.handleExecuteBatch(command)
          : this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<GiftCard>,
  ): StoreResult<GiftCard> | Promise<StoreResult<GiftCard>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }

  /** Carries out several writes that came in by `execute`, all or none. */
  handleExecuteBatch(command: BatchCommand<GiftCard>): BatchResult<GiftCard> {
    if (!this.#table) throw new Error("The store is not set up");
    const { database } = this.config;
    const where = { spec: GIFT_CARD_SPEC, database, table: this.#table };
    return batchInSqlite(where, command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "gift_cards" (
      "id", "created_at", "updated_at", "title", "amount", "status", "pin",
      "seller_id"
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "title", "amount", "status", "pin",
      "seller_id", "version"
    FROM "gift_cards"`,
  update: `
    UPDATE "gift_cards" SET
      "updated_at" = ?, "title" = ?, "amount" = ?, "status" = ?, "pin" = ?,
      "seller_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "gift_cards" WHERE "id" = ?`,
};
