/**
 * The rules that every task keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Task } from "../models/task.ts";

/** Checks a task as a whole; returns what is wrong, field by field. */
export function checkTask(task: Task): readonly FieldError[] {
  void task; // The schema says all there is to say so far.
  return [];
}
