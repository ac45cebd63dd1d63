/**
 * The rules that every practice keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Practice } from "../models/practice.ts";

/** Checks a practice as a whole; returns what is wrong, field by field. */
export function checkPractice(practice: Practice): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (practice.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
