/**
 * The rules that every thing keeps, whoever writes it.
 *
 * @module
 */
import { compareDurations } from "../kit/clock.ts";
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
  if (thing.takes !== null && compareDurations(thing.takes, "PT5M") < 0) {
    errors.push({ path: "takes", message: "must be at least PT5M" });
  }
  if (thing.takes !== null && compareDurations(thing.takes, "P1D") > 0) {
    errors.push({ path: "takes", message: "must be at most P1D" });
  }
  if (compareDurations(thing.rest, "P14D") > 0) {
    errors.push({ path: "rest", message: "must be at most P14D" });
  }
  return errors;
}
