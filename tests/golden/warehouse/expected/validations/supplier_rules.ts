/**
 * The rules that every supplier keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Supplier } from "../models/supplier.ts";

/** Checks a supplier as a whole; returns what is wrong, field by field. */
export function checkSupplier(supplier: Supplier): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (supplier.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
