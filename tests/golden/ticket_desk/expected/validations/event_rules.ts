/**
 * The rules that every event keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { EventEntity } from "../models/event.ts";

/** Checks an event as a whole; returns what is wrong, field by field. */
export function checkEventEntity(event: EventEntity): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (event.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  return errors;
}
