/**
 * The rules that every organisation keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Organisation } from "../models/organisation.ts";

/** Checks an organisation as a whole; returns what is wrong, field by field. */
export function checkOrganisation(
  organisation: Organisation,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (organisation.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
