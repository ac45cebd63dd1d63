/**
 * The rules that every recipe label keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { RecipeLabel } from "../models/recipe_label.ts";

/** Checks a recipe label as a whole; returns what is wrong, field by field. */
export function checkRecipeLabel(
  recipeLabel: RecipeLabel,
): readonly FieldError[] {
  void recipeLabel; // The schema says all there is to say so far.
  return [];
}
