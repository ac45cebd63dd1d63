/**
 * The rules that every visit keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Visit } from "../models/visit.ts";

/** Checks a visit as a whole; returns what is wrong, field by field. */
export function checkVisit(visit: Visit): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (visit.reason.trim() === "") {
    errors.push({ path: "reason", message: "must not be blank" });
  }
  if (visit.fee < 0) {
    errors.push({ path: "fee", message: "must be at least 0" });
  }
  return errors;
}
