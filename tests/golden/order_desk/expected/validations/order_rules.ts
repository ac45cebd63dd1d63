/**
 * The rules that every order keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Order } from "../models/order.ts";

/** Checks an order as a whole; returns what is wrong, field by field. */
export function checkOrder(order: Order): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (order.number.trim() === "") {
    errors.push({ path: "number", message: "must not be blank" });
  }
  return errors;
}
