/**
 * The rules that every remedy keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Remedy } from "../models/remedy.ts";

/** Checks a remedy as a whole; returns what is wrong, field by field. */
export function checkRemedy(remedy: Remedy): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (remedy.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
