/**
 * Keeps recipe goes with links in SQLite.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { SqliteDatabase } from "../kit/sqlite_database.ts";
import { SqliteTable } from "../kit/sqlite_table.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  RECIPE_GOES_WITH_LINK_SPEC,
  type RecipeGoesWithLink,
} from "../models/recipe_goes_with_link.ts";

/** What the store needs. */
export interface RecipeGoesWithLinkStoreConfig {
  /** The database that all stores share. */
  readonly database: SqliteDatabase;
}

/** Keeps every recipe goes with link: executes one command at a time. */
export class RecipeGoesWithLinkStore
  extends HarnessComponent<RecipeGoesWithLinkStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "RecipeGoesWithLinkStoreCommand" },
  };

  #table: SqliteTable<RecipeGoesWithLink> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new SqliteTable<RecipeGoesWithLink>(
      RECIPE_GOES_WITH_LINK_SPEC,
      this.config.database,
      SQL,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<RecipeGoesWithLink>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<RecipeGoesWithLink>,
  ):
    | StoreResult<RecipeGoesWithLink>
    | Promise<StoreResult<RecipeGoesWithLink>> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.answer(command);
  }
}

const SQL = {
  insert: `
    INSERT INTO "recipe_goes_with_links" (
      "id", "created_at", "updated_at", "recipe_id", "goes_with_id"
    ) VALUES (?, ?, ?, ?, ?)`,
  select: `
    SELECT
      "id", "created_at", "updated_at", "recipe_id", "goes_with_id", "version"
    FROM "recipe_goes_with_links"`,
  update: `
    UPDATE "recipe_goes_with_links" SET
      "updated_at" = ?, "recipe_id" = ?, "goes_with_id" = ?,
      "version" = "version" + 1
    WHERE "id" = ? AND "version" = ?`,
  delete: `DELETE FROM "recipe_goes_with_links" WHERE "id" = ?`,
};
