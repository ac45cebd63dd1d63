/**
 * The rules that every box note keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { BoxNote } from "../models/box_note.ts";

/** Checks a box note as a whole; returns what is wrong, field by field. */
export function checkBoxNote(boxNote: BoxNote): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (boxNote.bodyText.trim() === "") {
    errors.push({ path: "bodyText", message: "must not be blank" });
  }
  return errors;
}
