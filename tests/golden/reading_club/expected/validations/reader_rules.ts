/**
 * The rules that every reader keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Reader } from "../models/reader.ts";

/** Checks a reader as a whole; returns what is wrong, field by field. */
export function checkReader(reader: Reader): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (reader.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
