/**
 * The rules that every done keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Done } from "../models/done.ts";

/** Checks a done as a whole; returns what is wrong, field by field. */
export function checkDone(done: Done): readonly FieldError[] {
  void done; // The schema says all there is to say so far.
  return [];
}
