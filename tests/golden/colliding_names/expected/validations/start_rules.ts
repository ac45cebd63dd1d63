/**
 * The rules that every start keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Start } from "../models/start.ts";

/** Checks a start as a whole; returns what is wrong, field by field. */
export function checkStart(start: Start): readonly FieldError[] {
  const errors: FieldError[] = [];
  if ((start.d < 0 || start.d > 0.5)) {
    errors.push({ path: "d", message: "must be between 0 and 0.5" });
  }
  return errors;
}
