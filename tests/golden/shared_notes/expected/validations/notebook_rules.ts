/**
 * The rules that every notebook keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Notebook } from "../models/notebook.ts";

/** Checks a notebook as a whole; returns what is wrong, field by field. */
export function checkNotebook(notebook: Notebook): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (notebook.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  return errors;
}
