/**
 * The rules that every product keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Product } from "../models/product.ts";

/** Checks a product as a whole; returns what is wrong, field by field. */
export function checkProduct(product: Product): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (product.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  if (product.price !== null && product.price < 0) {
    errors.push({ path: "price", message: "must be at least 0" });
  }
  return errors;
}
