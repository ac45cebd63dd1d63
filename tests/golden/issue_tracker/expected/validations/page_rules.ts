/**
 * The rules that every page keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { PageEntity } from "../models/page.ts";

/** Checks a page as a whole; returns what is wrong, field by field. */
export function checkPageEntity(page: PageEntity): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (page.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  return errors;
}
