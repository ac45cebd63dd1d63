/**
 * The rules that every profile keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Profile } from "../models/profile.ts";

/** Checks a profile as a whole; returns what is wrong, field by field. */
export function checkProfile(profile: Profile): readonly FieldError[] {
  void profile; // The schema says all there is to say so far.
  return [];
}
