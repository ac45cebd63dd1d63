/**
 * Keeps recipes in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Recipe, RECIPE_SPEC } from "../models/recipe.ts";

/** What the store needs. */
export interface RecipeStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every recipe: executes one command at a time. */
export class RecipeStore extends HarnessComponent<RecipeStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "RecipeStoreCommand" },
  };

  #table: SqliteTable<Recipe> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<Recipe>(
      RECIPE_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Recipe>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Recipe>,
  ): StoreResult<Recipe> | Promise<StoreResult<Recipe>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "recipes" (
      "id", "created_at", "updated_at", "name", "steps"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "name", "steps", "version"
    FROM "recipes"`,
  update: `
    UPDATE "recipes" SET
      "updated_at" = ?, "name" = ?, "steps" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "recipes" WHERE "id" = ?`,
};
