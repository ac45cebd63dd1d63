/**
 * The rules that every project keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Project } from "../models/project.ts";

/** Checks a project as a whole; returns what is wrong, field by field. */
export function checkProject(project: Project): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (project.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
