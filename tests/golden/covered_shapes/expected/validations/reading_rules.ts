/**
 * The rules that every reading keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Reading } from "../models/reading.ts";

/** Checks a reading as a whole; returns what is wrong, field by field. */
export function checkReading(reading: Reading): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (reading.sensor.trim() === "") {
    errors.push({ path: "sensor", message: "must not be blank" });
  }
  if ((reading.value < 0 || reading.value > 100)) {
    errors.push({ path: "value", message: "must be between 0 and 100" });
  }
  return errors;
}
