/**
 * The rules that every group keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Group } from "../models/group.ts";

/** Checks a group as a whole; returns what is wrong, field by field. */
export function checkGroup(group: Group): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (group.select.trim() === "") {
    errors.push({ path: "select", message: "must not be blank" });
  }
  return errors;
}
