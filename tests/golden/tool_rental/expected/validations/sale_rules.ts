/**
 * The rules that every sale keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Sale } from "../models/sale.ts";

/** Checks a sale as a whole; returns what is wrong, field by field. */
export function checkSale(sale: Sale): readonly FieldError[] {
  const errors: FieldError[] = [];
  if ((sale.quantity < 1 || sale.quantity > 20)) {
    errors.push({ path: "quantity", message: "must be between 1 and 20" });
  }
  if (sale.points < 0) {
    errors.push({ path: "points", message: "must be at least 0" });
  }
  return errors;
}
