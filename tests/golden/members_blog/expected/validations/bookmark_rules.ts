/**
 * The rules that every bookmark keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Bookmark } from "../models/bookmark.ts";

/** Checks a bookmark as a whole; returns what is wrong, field by field. */
export function checkBookmark(bookmark: Bookmark): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (bookmark.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  return errors;
}
