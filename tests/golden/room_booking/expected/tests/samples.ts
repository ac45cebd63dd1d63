/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Room } from "../models/room.ts";
import type { Booking } from "../models/booking.ts";

/** Makes a body that creates a room. */
export function roomBody(): Record<string, unknown> {
  made++;
  return {
    building: `Some building ${made}`,
    number: 1,
  };
}

/** Stores a room. */
export async function makeRoom(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Room> {
  const body = { ...roomBody(), ...overrides };
  return expectValue(
    await system.roomController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Room;
}

/** Makes a body that creates a booking. */
export async function bookingBody(
  system: System,
): Promise<Record<string, unknown>> {
  made++;
  return {
    startsAt: "2030-01-15T09:30:00.000Z",
    guest: `someone${made}@example.com`,
    seat: "Some seat",
    roomId: (await makeRoom(system)).id,
  };
}

/** Stores a booking. */
export async function makeBooking(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Booking> {
  const body = { ...await bookingBody(system), ...overrides };
  return expectValue(
    await system.bookingController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Booking;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
