/**
 * The rules that every user keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { User } from "../models/user.ts";

/** Checks a user as a whole; returns what is wrong, field by field. */
export function checkUser(user: User): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (user.fullName.trim() === "") {
    errors.push({ path: "fullName", message: "must not be blank" });
  }
  return errors;
}
