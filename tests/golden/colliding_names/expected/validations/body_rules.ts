/**
 * The rules that every body keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Body } from "../models/body.ts";

/** Checks a body as a whole; returns what is wrong, field by field. */
export function checkBody(body: Body): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (body.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
