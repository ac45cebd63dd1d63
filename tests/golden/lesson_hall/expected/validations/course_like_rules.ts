/**
 * The rules that every course like keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { CourseLike } from "../models/course_like.ts";

/** Checks a course like as a whole; returns what is wrong, field by field. */
export function checkCourseLike(courseLike: CourseLike): readonly FieldError[] {
  void courseLike; // The schema says all there is to say so far.
  return [];
}
