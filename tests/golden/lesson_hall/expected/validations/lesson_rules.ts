/**
 * The rules that every lesson keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Lesson } from "../models/lesson.ts";

/** Checks a lesson as a whole; returns what is wrong, field by field. */
export function checkLesson(lesson: Lesson): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (lesson.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  if (lesson.minutes < 1) {
    errors.push({ path: "minutes", message: "must be at least 1" });
  }
  return errors;
}
