/**
 * The rules that every tip keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Tip } from "../models/tip.ts";

/** Checks a tip as a whole; returns what is wrong, field by field. */
export function checkTip(tip: Tip): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (tip.text.trim() === "") {
    errors.push({ path: "text", message: "must not be blank" });
  }
  return errors;
}
