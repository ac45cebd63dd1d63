/**
 * The rules that every course topic keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { CourseTopic } from "../models/course_topic.ts";

/** Checks a course topic as a whole; returns what is wrong, field by field. */
export function checkCourseTopic(
  courseTopic: CourseTopic,
): readonly FieldError[] {
  void courseTopic; // The schema says all there is to say so far.
  return [];
}
