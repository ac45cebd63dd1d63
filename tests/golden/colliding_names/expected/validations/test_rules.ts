/**
 * The rules that every test keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Test } from "../models/test.ts";

/** Checks a test as a whole; returns what is wrong, field by field. */
export function checkTest(test: Test): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (test.a !== null && test.a < 5000000000) {
    errors.push({ path: "a", message: "must be at least 5000000000" });
  }
  if (test.b !== null && test.b > -5000000) {
    errors.push({ path: "b", message: "must be at most -5000000" });
  }
  if (test.c !== null && (test.c < 0 || test.c > 0.001)) {
    errors.push({ path: "c", message: "must be between 0 and 0.001" });
  }
  return errors;
}
