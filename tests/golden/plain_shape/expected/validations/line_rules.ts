/**
 * The rules that every line keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Line } from "../models/line.ts";

/** Checks a line as a whole; returns what is wrong, field by field. */
export function checkLine(line: Line): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (line.text.trim() === "") {
    errors.push({ path: "text", message: "must not be blank" });
  }
  if (line.amount < 0) {
    errors.push({ path: "amount", message: "must be at least 0" });
  }
  if (line.pieces < 1) {
    errors.push({ path: "pieces", message: "must be at least 1" });
  }
  return errors;
}
