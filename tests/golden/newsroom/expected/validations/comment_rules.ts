/**
 * The rules that every comment keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Comment } from "../models/comment.ts";

/** Checks a comment as a whole; returns what is wrong, field by field. */
export function checkComment(comment: Comment): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (comment.text.trim() === "") {
    errors.push({ path: "text", message: "must not be blank" });
  }
  return errors;
}
