/**
 * Keeps credentials in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Credential, CREDENTIAL_SPEC } from "../models/credential.ts";

/** What the store needs. */
export interface CredentialStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every credential: executes one command at a time. */
export class CredentialStore extends HarnessComponent<CredentialStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "CredentialStoreCommand" },
  };

  #table: SqliteTable<Credential> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Credential>(
      CREDENTIAL_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Credential>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Credential>,
  ): StoreResult<Credential> | Promise<StoreResult<Credential>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "credentials" (
      "id", "created_at", "updated_at", "password_hash", "user_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "password_hash", "user_id", "version"
    FROM "credentials"`,
  update: `
    UPDATE "credentials" SET
      "updated_at" = ?, "password_hash" = ?, "user_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "credentials" WHERE "id" = ?`,
};
