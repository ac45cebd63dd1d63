/**
 * The rules that every room keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Room } from "../models/room.ts";

/** Checks a room as a whole; returns what is wrong, field by field. */
export function checkRoom(room: Room): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (room.building.trim() === "") {
    errors.push({ path: "building", message: "must not be blank" });
  }
  if ((room.number < 1 || room.number > 999)) {
    errors.push({ path: "number", message: "must be between 1 and 999" });
  }
  return errors;
}
