/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import { nextSlot, slotEnd, slotStart } from "../kit/sample_slot.ts";
import type { System } from "../main.ts";
import type { Tool } from "../models/tool.ts";
import type { Rental } from "../models/rental.ts";
import type { Shift } from "../models/shift.ts";
import type { Sale } from "../models/sale.ts";
import type { Item } from "../models/item.ts";
import type { Client } from "../models/client.ts";

/** Makes a body that creates a tool. */
export function toolBody(): Record<string, unknown> {
  return {
    name: "Some name",
  };
}

/** Stores a tool. */
export async function makeTool(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Tool> {
  const body = { ...toolBody(), ...overrides };
  return expectValue(
    await system.toolController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Tool;
}

/** Makes a body that creates a rental. */
export async function rentalBody(
  system: System,
): Promise<Record<string, unknown>> {
  const slot = nextSlot();
  return {
    startsAt: slotStart("datetime", slot),
    endsAt: slotEnd("datetime", slot),
    person: "someone@example.com",
    toolId: (await makeTool(system)).id,
  };
}

/** Stores a rental. */
export async function makeRental(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Rental> {
  const body = { ...await rentalBody(system), ...overrides };
  return expectValue(
    await system.rentalController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Rental;
}

/** Makes a body that creates a shift. */
export function shiftBody(): Record<string, unknown> {
  const slot = nextSlot();
  return {
    firstDay: slotStart("date", slot),
    freeDay: slotEnd("date", slot),
  };
}

/** Stores a shift. */
export async function makeShift(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Shift> {
  const body = { ...shiftBody(), ...overrides };
  return expectValue(
    await system.shiftController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Shift;
}

/** Makes a body that creates a sale. */
export async function saleBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    quantity: 1,
    itemId: (await makeItem(system)).id,
  };
}

/** Stores a sale. */
export async function makeSale(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Sale> {
  const body = { ...await saleBody(system), ...overrides };
  return expectValue(
    await system.saleController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Sale;
}

/** Makes a body that creates an item. */
export function itemBody(): Record<string, unknown> {
  made++;
  return {
    name: `Some name ${made}`,
  };
}

/** Stores an item. */
export async function makeItem(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Item> {
  const body = { ...itemBody(), ...overrides };
  return expectValue(
    await system.itemController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Item;
}

/** Makes a body that creates a client. */
export function clientBody(): Record<string, unknown> {
  return {
    name: "Some name",
  };
}

/** Stores a client. */
export async function makeClient(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Client> {
  const body = { ...clientBody(), ...overrides };
  return expectValue(
    await system.clientController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Client;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
