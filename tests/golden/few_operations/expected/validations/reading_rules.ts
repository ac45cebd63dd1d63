/**
 * The rules that every reading keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Reading } from "../models/reading.ts";

/** Checks a reading as a whole; returns what is wrong, field by field. */
export function checkReading(reading: Reading): readonly FieldError[] {
  void reading; // The schema says all there is to say so far.
  return [];
}
