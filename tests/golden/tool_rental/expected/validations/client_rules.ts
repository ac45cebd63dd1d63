/**
 * The rules that every client keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Client } from "../models/client.ts";

/** Checks a client as a whole; returns what is wrong, field by field. */
export function checkClient(client: Client): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (client.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  if ((client.credit < 0 || client.credit > 500)) {
    errors.push({ path: "credit", message: "must be between 0 and 500" });
  }
  return errors;
}
