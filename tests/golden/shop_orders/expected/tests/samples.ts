/**
 * Makes entities for the tests.
 *
 * @module
 */
import fc from "fast-check";
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Customer } from "../models/customer.ts";
import type { Order } from "../models/order.ts";

/** Makes a body that creates a customer. */
export function customerBody(): Record<string, unknown> {
  return {
    name: "Some name",
    email: `someone${++made}@example.com`,
    since: "2030-01-15",
  };
}

/** Stores a customer. */
export async function makeCustomer(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Customer> {
  const body = { ...customerBody(), ...overrides };
  return expectValue(
    await system.customerController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Customer;
}

/** Makes a body that creates an order. */
export async function orderBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    number: matching("[A-Z]{2}-[0-9]{4}"),
    weight: 1,
    paidAt: "2030-01-15T09:30:00.000Z",
    pickup: "09:30:00",
    tracking: "https://example.com/",
    extras: { note: "anything" },
    customerId: (await makeCustomer(system)).id,
  };
}

/** Stores an order. */
export async function makeOrder(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Order> {
  const body = { ...await orderBody(system), ...overrides };
  return expectValue(
    await system.orderController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Order;
}

// Counts what has been made, so that unique fields differ.
let made = 0;

/** Makes a text that matches the whole pattern and has not been made before. */
function matching(pattern: string): string {
  const texts = fc.sample(
    fc.stringMatching(new RegExp(`^(?:${pattern})$`, "u")),
    { seed: 1, numRuns: 1000 },
  );
  const text = texts.find((candidate) => !matched.has(candidate)) ?? "";
  matched.add(text);
  return text;
}

const matched = new Set<string>();
