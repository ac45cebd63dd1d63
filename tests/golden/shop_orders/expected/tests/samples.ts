/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Customer } from "../models/customer.ts";
import type { Order } from "../models/order.ts";

/** Makes a body that creates a customer. */
export function customerBody(): Record<string, unknown> {
  made++;
  return {
    name: "Some name",
    email: `someone${made}@example.com`,
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

/** What the number of an order may be. */
export const ORDER_NUMBER_EXAMPLES: readonly string[] = [
  "EX-5064",
  "WO-7036",
  "VA-1072",
  "BI-2627",
  "DD-1232",
  "EU-1772",
  "BU-2254",
  "OD-0376",
  "MD-1516",
  "IV-3909",
  "RO-0909",
  "WQ-2294",
  "KX-2170",
  "KV-9588",
  "NW-1019",
  "TC-1992",
  "NB-0873",
  "TE-1068",
  "CR-2424",
  "WD-6169",
  "IS-5238",
  "AA-3905",
  "JX-4455",
  "UT-0080",
  "IP-5508",
  "EB-2810",
  "CK-1073",
  "HZ-8004",
  "UE-0185",
  "HJ-4193",
  "DA-6523",
  "AG-2622",
  "TI-7202",
  "NT-4827",
  "DV-3721",
  "DE-4411",
  "BV-1031",
  "BB-4263",
  "JX-0910",
  "MM-6043",
  "AF-1303",
  "BT-9489",
  "GA-5721",
  "HW-8266",
  "BN-7820",
  "EX-8206",
  "MC-2782",
  "XC-4993",
  "WV-3101",
];

/** Makes a body that creates an order. */
export async function orderBody(
  system: System,
): Promise<Record<string, unknown>> {
  made++;
  return {
    number: pick(ORDER_NUMBER_EXAMPLES),
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

/** Picks another of the values each time, and after the last the first again. */
function pick(values: readonly unknown[]): unknown {
  return values[made % values.length];
}
