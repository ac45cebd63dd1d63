/**
 * The rules that every course keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Course } from "../models/course.ts";

/** Checks a course as a whole; returns what is wrong, field by field. */
export function checkCourse(course: Course): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (course.code.trim() === "") {
    errors.push({ path: "code", message: "must not be blank" });
  }
  if (course.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  if (course.code === "drafts") {
    errors.push({
      path: "code",
      message: 'must not be "drafts", which is a path of its own',
    });
  }
  return errors;
}
