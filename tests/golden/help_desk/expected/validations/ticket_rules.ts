/**
 * The rules that every ticket keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Ticket } from "../models/ticket.ts";

/** Checks a ticket as a whole; returns what is wrong, field by field. */
export function checkTicket(ticket: Ticket): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (ticket.title.trim() === "") {
    errors.push({ path: "title", message: "must not be blank" });
  }
  return errors;
}
