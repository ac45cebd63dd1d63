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
  made++;
  return {
    number: `Some number ${made}`,
    address: {
      street: "Some street",
      zip: "46141",
      country: "DE",
      floor: 1,
      place: { latitude: 1, longitude: 1 },
    },
    lines: [{
      article: "Some article",
      quantity: 1,
      price: 9.5,
      labels: ["Some labels"],
      leadTime: "PT1H30M",
    }],
    billing: { name: "Some name", since: "2030-01-15T09:30:00.000Z" },
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

// Counts what has been made, so that unique fields differ.
let made = 0;
