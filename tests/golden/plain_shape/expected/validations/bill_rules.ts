/**
 * The rules that every bill keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Bill } from "../models/bill.ts";

/** Checks a bill as a whole; returns what is wrong, field by field. */
export function checkBill(bill: Bill): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (bill.code.trim() === "") {
    errors.push({ path: "code", message: "must not be blank" });
  }
  if (bill.payer.trim() === "") {
    errors.push({ path: "payer", message: "must not be blank" });
  }
  if (bill.code === "by-status") {
    errors.push({
      path: "code",
      message: 'must not be "by-status", which is a path of its own',
    });
  }
  if (bill.code === "due-each-month") {
    errors.push({
      path: "code",
      message: 'must not be "due-each-month", which is a path of its own',
    });
  }
  if (bill.code === "open") {
    errors.push({
      path: "code",
      message: 'must not be "open", which is a path of its own',
    });
  }
  return errors;
}
