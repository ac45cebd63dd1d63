/**
 * The rules that every booking keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Booking } from "../models/booking.ts";

/** Checks a booking as a whole; returns what is wrong, field by field. */
export function checkBooking(booking: Booking): readonly FieldError[] {
  void booking; // The schema says all there is to say so far.
  return [];
}
