/**
 * The recipe label: its type, and how it is named, stored and searched.
 *
 * @module
 */
import type { Entity, EntitySpec } from "../kit/entity_spec.ts";

/** That one of the kind "label" is among the labels of one of the kind "recipe". */
export interface RecipeLabel extends Entity {
  /** The recipe that the recipe label belongs to. */
  readonly recipeId: string;
  /** The label that the recipe label belongs to. */
  readonly labelId: string;
}

/** Names the recipe label's fields, path and table for the code that handles any entity. */
export const RECIPE_LABEL_SPEC: EntitySpec = {
  name: "recipe_label",
  label: "recipe label",
  path: "/recipe-labels",
  table: "recipe_labels",
  fields: {
    recipeId: {
      kind: "uuid",
      column: "recipe_id",
      nullable: false,
      references: { entity: "recipe", table: "recipes", onDelete: "cascade" },
    },
    labelId: {
      kind: "uuid",
      column: "label_id",
      nullable: false,
      references: { entity: "label", table: "labels", onDelete: "cascade" },
    },
  },
  unique: [["recipeId", "labelId"]],
  search: [],
};
