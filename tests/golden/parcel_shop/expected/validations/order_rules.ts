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
  if (order.customer.trim() === "") {
    errors.push({ path: "customer", message: "must not be blank" });
  }
  if ((order.weightGrams < 1 || order.weightGrams > 40000)) {
    errors.push({
      path: "weightGrams",
      message: "must be between 1 and 40000",
    });
  }
  if (order.subtotal < 0) {
    errors.push({ path: "subtotal", message: "must be at least 0" });
  }
  return errors;
}
