/**
 * The rules that every place keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Place } from "../models/place.ts";

/** Checks a place as a whole; returns what is wrong, field by field. */
export function checkPlace(place: Place): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (place.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
