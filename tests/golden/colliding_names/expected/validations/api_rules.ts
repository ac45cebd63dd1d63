/**
 * The rules that every api keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { API } from "../models/api.ts";

/** Checks an api as a whole; returns what is wrong, field by field. */
export function checkAPI(api: API): readonly FieldError[] {
  void api; // The schema says all there is to say so far.
  return [];
}
