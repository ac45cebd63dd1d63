/**
 * The rules that every map keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { MapEntity } from "../models/map.ts";

/** Checks a map as a whole; returns what is wrong, field by field. */
export function checkMapEntity(map: MapEntity): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (map.function.trim() === "") {
    errors.push({ path: "function", message: "must not be blank" });
  }
  return errors;
}
