/**
 * The rules that every task keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Task } from "../models/task.ts";

/** Checks a task as a whole; returns what is wrong, field by field. */
export function checkTask(task: Task): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (task.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  return errors;
}
