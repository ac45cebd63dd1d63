/**
 * The rules that every badge keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Badge } from "../models/badge.ts";

/** Checks a badge as a whole; returns what is wrong, field by field. */
export function checkBadge(badge: Badge): readonly FieldError[] {
  void badge; // The schema says all there is to say so far.
  return [];
}
