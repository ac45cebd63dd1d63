/**
 * The rules that every door keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Door } from "../models/door.ts";

/** Checks a door as a whole; returns what is wrong, field by field. */
export function checkDoor(door: Door): readonly FieldError[] {
  void door; // The schema says all there is to say so far.
  return [];
}
