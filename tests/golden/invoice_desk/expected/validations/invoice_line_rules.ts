/**
 * The rules that every invoice line keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { InvoiceLine } from "../models/invoice_line.ts";

/** Checks an invoice line as a whole; returns what is wrong, field by field. */
export function checkInvoiceLine(
  invoiceLine: InvoiceLine,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (invoiceLine.description.trim() === "") {
    errors.push({ path: "description", message: "must not be blank" });
  }
  if (invoiceLine.quantity < 1) {
    errors.push({ path: "quantity", message: "must be at least 1" });
  }
  if (invoiceLine.unitPrice < 0) {
    errors.push({ path: "unitPrice", message: "must be at least 0" });
  }
  return errors;
}
