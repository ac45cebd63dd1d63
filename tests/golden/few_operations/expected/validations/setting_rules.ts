/**
 * The rules that every setting keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Setting } from "../models/setting.ts";

/** Checks a setting as a whole; returns what is wrong, field by field. */
export function checkSetting(setting: Setting): readonly FieldError[] {
  void setting; // The schema says all there is to say so far.
  return [];
}
