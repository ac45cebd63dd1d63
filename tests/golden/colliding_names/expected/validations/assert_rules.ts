/**
 * The rules that every assert keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Assert } from "../models/assert.ts";

/** Checks an assert as a whole; returns what is wrong, field by field. */
export function checkAssert(assert: Assert): readonly FieldError[] {
  void assert; // The schema says all there is to say so far.
  return [];
}
