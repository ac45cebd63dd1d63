/**
 * The rules that every concert keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Concert } from "../models/concert.ts";

/** Checks a concert as a whole; returns what is wrong, field by field. */
export function checkConcert(concert: Concert): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (concert.code.trim() === "") {
    errors.push({ path: "code", message: "must not be blank" });
  }
  if (concert.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  if (concert.code === "live") {
    errors.push({
      path: "code",
      message: 'must not be "live", which is a path of its own',
    });
  }
  return errors;
}
