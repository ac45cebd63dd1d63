/**
 * The rules that every withdrawal keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Withdrawal } from "../models/withdrawal.ts";

/** Checks a withdrawal as a whole; returns what is wrong, field by field. */
export function checkWithdrawal(withdrawal: Withdrawal): readonly FieldError[] {
  const errors: FieldError[] = [];
  if ((withdrawal.quantity < 1 || withdrawal.quantity > 100)) {
    errors.push({ path: "quantity", message: "must be between 1 and 100" });
  }
  return errors;
}
