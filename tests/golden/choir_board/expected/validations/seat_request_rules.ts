/**
 * The rules that every seat request keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { SeatRequest } from "../models/seat_request.ts";

/** Checks a seat request as a whole; returns what is wrong, field by field. */
export function checkSeatRequest(
  seatRequest: SeatRequest,
): readonly FieldError[] {
  const errors: FieldError[] = [];
  if ((seatRequest.seats < 1 || seatRequest.seats > 9)) {
    errors.push({ path: "seats", message: "must be between 1 and 9" });
  }
  return errors;
}
