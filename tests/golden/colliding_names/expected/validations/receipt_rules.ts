/**
 * The rules that every receipt keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Receipt } from "../models/receipt.ts";

/** Checks a receipt as a whole; returns what is wrong, field by field. */
export function checkReceipt(receipt: Receipt): readonly FieldError[] {
  void receipt; // The schema says all there is to say so far.
  return [];
}
