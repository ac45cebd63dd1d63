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
  if (product.sku.trim() === "") {
    errors.push({ path: "sku", message: "must not be blank" });
  }
  if (product.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  if (product.stock < 0) {
    errors.push({ path: "stock", message: "must be at least 0" });
  }
  return errors;
}
