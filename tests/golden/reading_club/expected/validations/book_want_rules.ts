/**
 * The rules that every book want keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { BookWant } from "../models/book_want.ts";

/** Checks a book want as a whole; returns what is wrong, field by field. */
export function checkBookWant(bookWant: BookWant): readonly FieldError[] {
  void bookWant; // The schema says all there is to say so far.
  return [];
}
