/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Bill } from "../models/bill.ts";
import type { Line } from "../models/line.ts";
import type { Note } from "../models/note.ts";

/** Makes a body that creates a bill. */
export function billBody(): Record<string, unknown> {
  made++;
  return {
    code: `Some code ${made}`,
    payer: "Some payer",
    dueOn: "2030-01-15",
    inner: "Some inner",
  };
}

/** Stores a bill. */
export async function makeBill(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Bill> {
  const body = { ...billBody(), ...overrides };
  return expectValue(
    await system.billController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Bill;
}

/** Makes a body that creates a line. */
export async function lineBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    text: "Some text",
    amount: 9.5,
    billId: (await makeBill(system)).id,
  };
}

/** Stores a line. */
export async function makeLine(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Line> {
  const body = { ...await lineBody(system), ...overrides };
  return expectValue(
    await system.lineController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Line;
}

/** Makes a body that creates a note. */
export function noteBody(): Record<string, unknown> {
  return {
    text: "Some text",
  };
}

/** Stores a note. */
export async function makeNote(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Note> {
  const body = { ...noteBody(), ...overrides };
  return expectValue(
    await system.noteController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Note;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
