/**
 * The rules that every review keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Review } from "../models/review.ts";

/** Checks a review as a whole; returns what is wrong, field by field. */
export function checkReview(review: Review): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (review.text.trim() === "") {
    errors.push({ path: "text", message: "must not be blank" });
  }
  return errors;
}
