/**
 * The rules that every tag keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Tag } from "../models/tag.ts";

/** Checks a tag as a whole; returns what is wrong, field by field. */
export function checkTag(tag: Tag): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (tag.label.trim() === "") {
    errors.push({ path: "label", message: "must not be blank" });
  }
  return errors;
}
