/**
 * Keeps refresh tokens in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  REFRESH_TOKEN_SPEC,
  type RefreshToken,
} from "../models/refresh_token.ts";

/** What the store needs. */
export interface RefreshTokenStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every refresh token: executes one command at a time. */
export class RefreshTokenStore
  extends HarnessComponent<RefreshTokenStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "RefreshTokenStoreCommand" },
  };

  #table: SqliteTable<RefreshToken> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<RefreshToken>(
      REFRESH_TOKEN_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<RefreshToken>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<RefreshToken>,
  ): StoreResult<RefreshToken> | Promise<StoreResult<RefreshToken>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "refresh_tokens" (
      "id", "created_at", "updated_at", "token_hash", "expires_at", "user_id"
    ) VALUES (?, ?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "token_hash", "expires_at", "user_id",
      "version"
    FROM "refresh_tokens"`,
  update: `
    UPDATE "refresh_tokens" SET
      "updated_at" = ?, "token_hash" = ?, "expires_at" = ?, "user_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "refresh_tokens" WHERE "id" = ?`,
};
