/**
 * The rules that every parcel box keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { ParcelBox } from "../models/parcel_box.ts";

/** Checks a parcel box as a whole; returns what is wrong, field by field. */
export function checkParcelBox(parcelBox: ParcelBox): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (parcelBox.boxNumber.trim() === "") {
    errors.push({ path: "boxNumber", message: "must not be blank" });
  }
  if (parcelBox.weightGrams !== null && parcelBox.weightGrams < 0) {
    errors.push({ path: "weightGrams", message: "must be at least 0" });
  }
  return errors;
}
