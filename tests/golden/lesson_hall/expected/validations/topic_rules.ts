/**
 * The rules that every topic keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Topic } from "../models/topic.ts";

/** Checks a topic as a whole; returns what is wrong, field by field. */
export function checkTopic(topic: Topic): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (topic.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
