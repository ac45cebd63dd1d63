/**
 * The rules that every x keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { X } from "../models/x.ts";

/** Checks a x as a whole; returns what is wrong, field by field. */
export function checkX(x: X): readonly FieldError[] {
  void x; // The schema says all there is to say so far.
  return [];
}
