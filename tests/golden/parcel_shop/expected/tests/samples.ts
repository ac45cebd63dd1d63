/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Order } from "../models/order.ts";

/** Makes a body that creates an order. */
export function orderBody(): Record<string, unknown> {
  return {
    customer: "Some customer",
    weightGrams: 1,
    zone: "domestic",
    subtotal: 9.5,
  };
}

/** Stores an order. */
export async function makeOrder(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Order> {
  const body = { ...orderBody(), ...overrides };
  return expectValue(
    await system.orderController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Order;
}
