/**
 * How clients see a recipe, and where.
 *
 * @module
 */
import type { ResourceSpec } from "../kit/resource_spec.ts";
import { RECIPE_SPEC } from "../models/recipe.ts";

/** What clients see of a recipe, and where. */
export const RECIPE_RESOURCE: ResourceSpec = {
  name: "recipe",
  plural: "recipes",
  path: "/recipes",
  param: "id",
  entity: RECIPE_SPEC,
  key: "id",
  shows: {
    id: "id",
    createdAt: "createdAt",
    updatedAt: "updatedAt",
    name: "name",
    steps: "steps",
    labels: {
      kind: "linked",
      of: "recipe_label",
      by: "recipeId",
      target: "labelId",
      to: "label",
    },
    goesWith: {
      kind: "linked",
      of: "recipe_goes_with_link",
      by: "recipeId",
      target: "goesWithId",
      to: "recipe",
    },
  },
};
