/**
 * The rules that every invoice keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Invoice } from "../models/invoice.ts";

/** Checks an invoice as a whole; returns what is wrong, field by field. */
export function checkInvoice(invoice: Invoice): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (invoice.number.trim() === "") {
    errors.push({ path: "number", message: "must not be blank" });
  }
  return errors;
}
