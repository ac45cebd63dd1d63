/**
 * The rules that every member keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Member } from "../models/member.ts";

/** Checks a member as a whole; returns what is wrong, field by field. */
export function checkMember(member: Member): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (member.username.trim() === "") {
    errors.push({ path: "username", message: "must not be blank" });
  }
  return errors;
}
