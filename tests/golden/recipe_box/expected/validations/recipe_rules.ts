/**
 * The rules that every recipe keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Recipe } from "../models/recipe.ts";

/** Checks a recipe as a whole; returns what is wrong, field by field. */
export function checkRecipe(recipe: Recipe): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (recipe.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
