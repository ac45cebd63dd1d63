/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Recipe } from "../models/recipe.ts";
import type { Label } from "../models/label.ts";
import type { RecipeLabel } from "../models/recipe_label.ts";
import type { RecipeGoesWithLink } from "../models/recipe_goes_with_link.ts";

/** Makes a body that creates a recipe. */
export function recipeBody(): Record<string, unknown> {
  return {
    name: "Some name",
    steps: "Some steps",
  };
}

/** Stores a recipe. */
export async function makeRecipe(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Recipe> {
  const body = { ...recipeBody(), ...overrides };
  return expectValue(
    await system.recipeController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Recipe;
}

/** Makes a body that creates a label. */
export function labelBody(): Record<string, unknown> {
  made++;
  return {
    word: `Some word ${made}`,
  };
}

/** Stores a label. */
export async function makeLabel(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Label> {
  const body = { ...labelBody(), ...overrides };
  return expectValue(
    await system.labelController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Label;
}

/** Makes a body that creates a recipe label. */
export async function recipeLabelBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    recipeId: (await makeRecipe(system)).id,
    labelId: (await makeLabel(system)).id,
  };
}

/** Stores a recipe label. */
export async function makeRecipeLabel(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<RecipeLabel> {
  const body = { ...await recipeLabelBody(system), ...overrides };
  return expectValue(
    await system.recipeLabelController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as RecipeLabel;
}

/** Makes a body that creates a recipe goes with link. */
export async function recipeGoesWithLinkBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    recipeId: (await makeRecipe(system)).id,
    goesWithId: (await makeRecipe(system)).id,
  };
}

/** Stores a recipe goes with link. */
export async function makeRecipeGoesWithLink(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<RecipeGoesWithLink> {
  const body = { ...await recipeGoesWithLinkBody(system), ...overrides };
  return expectValue(
    await system.recipeGoesWithLinkController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as RecipeGoesWithLink;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
