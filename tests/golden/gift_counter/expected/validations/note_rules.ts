/**
 * The rules that every note keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Note } from "../models/note.ts";

/** Checks a note as a whole; returns what is wrong, field by field. */
export function checkNote(note: Note): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (note.text.trim() === "") {
    errors.push({ path: "text", message: "must not be blank" });
  }
  return errors;
}
