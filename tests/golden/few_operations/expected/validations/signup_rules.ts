/**
 * The rules that every signup keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Signup } from "../models/signup.ts";

/** Checks a signup as a whole; returns what is wrong, field by field. */
export function checkSignup(signup: Signup): readonly FieldError[] {
  void signup; // The schema says all there is to say so far.
  return [];
}
