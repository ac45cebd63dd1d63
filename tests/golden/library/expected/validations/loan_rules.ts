/**
 * The rules that every loan keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Loan } from "../models/loan.ts";

/** Checks a loan as a whole; returns what is wrong, field by field. */
export function checkLoan(loan: Loan): readonly FieldError[] {
  void loan; // The schema says all there is to say so far.
  return [];
}
