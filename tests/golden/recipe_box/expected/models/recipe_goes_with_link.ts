/**
 * The recipe goes with link: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** That one of the kind "recipe" is among the goesWith of one of the kind "recipe". */
export interface RecipeGoesWithLink extends Entity {
  /** The recipe that the recipe goes with link belongs to. */
  readonly recipeId: string;
  /** The recipe that is the recipe goes with link's goes with. */
  readonly goesWithId: string;
}

/** Names the recipe goes with link's fields, path and table for the code that handles any entity. */
export const RECIPE_GOES_WITH_LINK_SPEC: EntitySpec = {
  name: "recipe_goes_with_link",
  label: "recipe goes with link",
  path: "/recipe-goes-with-links",
  table: "recipe_goes_with_links",
  fields: {
    recipeId: {
      kind: "uuid",
      column: "recipe_id",
      nullable: false,
      references: { entity: "recipe", table: "recipes", onDelete: "cascade" },
    },
    goesWithId: {
      kind: "uuid",
      column: "goes_with_id",
      nullable: false,
      references: { entity: "recipe", table: "recipes", onDelete: "cascade" },
    },
  },
  unique: [["recipeId", "goesWithId"]],
  search: [],
};
