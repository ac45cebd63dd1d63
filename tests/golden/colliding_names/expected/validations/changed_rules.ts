/**
 * The rules that every changed keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Changed } from "../models/changed.ts";

/** Checks a changed as a whole; returns what is wrong, field by field. */
export function checkChanged(changed: Changed): readonly FieldError[] {
  void changed; // The schema says all there is to say so far.
  return [];
}
