/**
 * The rules that every notice keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Notice } from "../models/notice.ts";

/** Checks a notice as a whole; returns what is wrong, field by field. */
export function checkNotice(notice: Notice): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (notice.text.trim() === "") {
    errors.push({ path: "text", message: "must not be blank" });
  }
  return errors;
}
