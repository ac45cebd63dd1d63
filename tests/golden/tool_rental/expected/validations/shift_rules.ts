/**
 * The rules that every shift keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Shift } from "../models/shift.ts";

/** Checks a shift as a whole; returns what is wrong, field by field. */
export function checkShift(shift: Shift): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (
    shift.firstDay !== null && shift.freeDay !== null &&
    shift.freeDay <= shift.firstDay
  ) {
    errors.push({ path: "freeDay", message: "must be after firstDay" });
  }
  return errors;
}
