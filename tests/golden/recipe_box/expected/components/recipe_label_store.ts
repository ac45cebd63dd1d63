/**
 * Keeps recipe labels in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { RECIPE_LABEL_SPEC, type RecipeLabel } from "../models/recipe_label.ts";

/** What the store needs. */
export interface RecipeLabelStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every recipe label: executes one command at a time. */
export class RecipeLabelStore extends HarnessComponent<RecipeLabelStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "RecipeLabelStoreCommand" },
  };

  #table: SqliteTable<RecipeLabel> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<RecipeLabel>(
      RECIPE_LABEL_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<RecipeLabel>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<RecipeLabel>,
  ): StoreResult<RecipeLabel> | Promise<StoreResult<RecipeLabel>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "recipe_labels" (
      "id", "created_at", "updated_at", "recipe_id", "label_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "recipe_id", "label_id", "version"
    FROM "recipe_labels"`,
  update: `
    UPDATE "recipe_labels" SET
      "updated_at" = ?, "recipe_id" = ?, "label_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "recipe_labels" WHERE "id" = ?`,
};
