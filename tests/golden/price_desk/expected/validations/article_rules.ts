/**
 * The rules that every article keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Article } from "../models/article.ts";

/** Checks an article as a whole; returns what is wrong, field by field. */
export function checkArticle(article: Article): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (article.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  if (article.price < 0) {
    errors.push({ path: "price", message: "must be at least 0" });
  }
  return errors;
}
