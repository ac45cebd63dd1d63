/**
 * The rules that every book keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Book } from "../models/book.ts";

/** Checks a book as a whole; returns what is wrong, field by field. */
export function checkBook(book: Book): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (book.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  return errors;
}
