/**
 * The rules that every order line keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { OrderLine } from "../models/order_line.ts";

/** Checks an order line as a whole; returns what is wrong, field by field. */
export function checkOrderLine(orderLine: OrderLine): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (orderLine.product.trim() === "") {
    errors.push({ path: "product", message: "must not be blank" });
  }
  if (orderLine.quantity < 1) {
    errors.push({ path: "quantity", message: "must be at least 1" });
  }
  if (orderLine.price < 0) {
    errors.push({ path: "price", message: "must be at least 0" });
  }
  return errors;
}
