/**
 * The rules that every uuid keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { UUID } from "../models/uuid.ts";

/** Checks an uuid as a whole; returns what is wrong, field by field. */
export function checkUUID(uuid: UUID): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (uuid.function.trim() === "") {
    errors.push({ path: "function", message: "must not be blank" });
  }
  return errors;
}
