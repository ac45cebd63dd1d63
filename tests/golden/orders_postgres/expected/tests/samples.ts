/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Customer } from "../models/customer.ts";
import type { Order } from "../models/order.ts";
import type { OrderLine } from "../models/order_line.ts";

/** Makes a body that creates a customer. */
export function customerBody(): Record<string, unknown> {
  made++;
  return {
    email: `someone${made}@example.com`,
    name: "Some name",
    born: "2030-01-15",
    website: `https://example.com/${made}`,
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
  made++;
  return {
    number: `Some number ${made}`,
    total: 9.5,
    weight: 1,
    dueOn: "2030-01-15",
    paidAt: "2030-01-15T09:30:00.000Z",
    callAt: "09:30:00",
    note: "Some note",
    extra: { note: "anything" },
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

/** Makes a body that creates an order line. */
export async function orderLineBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    product: "Some product",
    quantity: 1,
    price: 9.5,
    orderId: (await makeOrder(system)).id,
  };
}

/** Stores an order line. */
export async function makeOrderLine(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<OrderLine> {
  const body = { ...await orderLineBody(system), ...overrides };
  return expectValue(
    await system.orderLineController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as OrderLine;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
