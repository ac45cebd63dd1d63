/**
 * The rules that every thing keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Thing } from "../models/thing.ts";

/** Checks a thing as a whole; returns what is wrong, field by field. */
export function checkThing(thing: Thing): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (thing.label.trim() === "") {
    errors.push({ path: "label", message: "must not be blank" });
  }
  if (thing.count !== null && (thing.count < 1 || thing.count > 90)) {
    errors.push({ path: "count", message: "must be between 1 and 90" });
  }
  if (thing.weight !== null && thing.weight < 0.5) {
    errors.push({ path: "weight", message: "must be at least 0.5" });
  }
  if (thing.price !== null && (thing.price < 1 || thing.price > 9)) {
    errors.push({ path: "price", message: "must be between 1 and 9" });
  }
  return errors;
}
