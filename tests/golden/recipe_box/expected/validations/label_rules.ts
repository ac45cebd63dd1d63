/**
 * The rules that every label keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Label } from "../models/label.ts";

/** Checks a label as a whole; returns what is wrong, field by field. */
export function checkLabel(label: Label): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (label.word.trim() === "") {
    errors.push({ path: "word", message: "must not be blank" });
  }
  return errors;
}
