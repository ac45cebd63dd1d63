/**
 * The rules that every employee keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Employee } from "../models/employee.ts";

/** Checks an employee as a whole; returns what is wrong, field by field. */
export function checkEmployee(employee: Employee): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (employee.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
