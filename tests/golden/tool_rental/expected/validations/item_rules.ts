/**
 * The rules that every item keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Item } from "../models/item.ts";

/** Checks an item as a whole; returns what is wrong, field by field. */
export function checkItem(item: Item): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (item.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  if (item.stock < 0) {
    errors.push({ path: "stock", message: "must be at least 0" });
  }
  return errors;
}
