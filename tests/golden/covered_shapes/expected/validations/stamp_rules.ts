/**
 * The rules that every stamp keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Stamp } from "../models/stamp.ts";

/** Checks a stamp as a whole; returns what is wrong, field by field. */
export function checkStamp(stamp: Stamp): readonly FieldError[] {
  void stamp; // The schema says all there is to say so far.
  return [];
}
