/**
 * The rules that every rental keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Rental } from "../models/rental.ts";

/** Checks a rental as a whole; returns what is wrong, field by field. */
export function checkRental(rental: Rental): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (rental.endsAt <= rental.startsAt) {
    errors.push({ path: "endsAt", message: "must be after startsAt" });
  }
  return errors;
}
