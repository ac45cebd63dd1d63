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
  if ((review.stars < 1 || review.stars > 5)) {
    errors.push({ path: "stars", message: "must be between 1 and 5" });
  }
  if (review.text.trim() === "") {
    errors.push({ path: "text", message: "must not be blank" });
  }
  return errors;
}
