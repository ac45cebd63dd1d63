/**
 * The rules that every post keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Post } from "../models/post.ts";

/** Checks a post as a whole; returns what is wrong, field by field. */
export function checkPost(post: Post): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (post.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  return errors;
}
