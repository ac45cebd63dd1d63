/**
 * The rules that every user keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { User } from "../models/user.ts";

/** Checks a user as a whole; returns what is wrong, field by field. */
export function checkUser(user: User): readonly FieldError[] {
  void user; // The schema says all there is to say so far.
  return [];
}
