/**
 * The rules that every controller keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Controller } from "../models/controller.ts";

/** Checks a controller as a whole; returns what is wrong, field by field. */
export function checkController(controller: Controller): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (controller.isbn.trim() === "") {
    errors.push({ path: "isbn", message: "must not be blank" });
  }
  if (controller.code.trim() === "") {
    errors.push({ path: "code", message: "must not be blank" });
  }
  return errors;
}
