/**
 * The rules that every customer keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Customer } from "../models/customer.ts";

/** Checks a customer as a whole; returns what is wrong, field by field. */
export function checkCustomer(customer: Customer): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (customer.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
