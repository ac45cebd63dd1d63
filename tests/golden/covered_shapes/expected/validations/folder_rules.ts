/**
 * The rules that every folder keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Folder } from "../models/folder.ts";

/** Checks a folder as a whole; returns what is wrong, field by field. */
export function checkFolder(folder: Folder): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (folder.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
