/**
 * The rules that every recipe goes with link keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { RecipeGoesWithLink } from "../models/recipe_goes_with_link.ts";

/** Checks a recipe goes with link as a whole; returns what is wrong, field by field. */
export function checkRecipeGoesWithLink(
  recipeGoesWithLink: RecipeGoesWithLink,
): readonly FieldError[] {
  void recipeGoesWithLink; // The schema says all there is to say so far.
  return [];
}
