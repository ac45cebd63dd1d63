/**
 * The rules that every session keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Session } from "../models/session.ts";

/** Checks a session as a whole; returns what is wrong, field by field. */
export function checkSession(session: Session): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (session.token.trim() === "") {
    errors.push({ path: "token", message: "must not be blank" });
  }
  return errors;
}
