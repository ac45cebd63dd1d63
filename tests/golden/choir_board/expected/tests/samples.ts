/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { User } from "../models/user.ts";
import type { Concert } from "../models/concert.ts";
import type { SeatRequest } from "../models/seat_request.ts";

/** Makes a body that creates a user. */
export function userBody(): Record<string, unknown> {
  made++;
  return {
    email: `someone${made}@example.com`,
    fullName: "Some full name",
  };
}

/** Stores a user. */
export async function makeUser(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<User> {
  const body = { ...userBody(), ...overrides };
  return expectValue(
    await system.userController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as User;
}

/** Makes a body that creates a concert. */
export function concertBody(): Record<string, unknown> {
  made++;
  return {
    code: `Some code ${made}`,
    title: "Some title",
    startsOn: "2030-01-15",
    program: "Some program",
  };
}

/** Stores a concert. */
export async function makeConcert(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Concert> {
  const body = {
    ...concertBody(),
    leaderId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.concertController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Concert;
}

/** Makes a body that creates a seat request. */
export async function seatRequestBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    seats: 1,
    concertId: (await makeConcert(system)).id,
  };
}

/** Stores a seat request. */
export async function makeSeatRequest(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<SeatRequest> {
  const body = {
    ...await seatRequestBody(system),
    byId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.seatRequestController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as SeatRequest;
}

/** Who asks in tests, and whom the samples belong to: one user of each role. */
export function actor(system: System, role?: string): Promise<User> {
  const known = ACTORS.get(system) ??
    new Map<string | undefined, Promise<User>>();
  ACTORS.set(system, known);
  const user = known.get(role) ??
    makeUser(system, role === undefined ? {} : { role });
  known.set(role, user);
  return user;
}

const ACTORS = new WeakMap<System, Map<string | undefined, Promise<User>>>();

// Counts what has been made, so that unique fields differ.
let made = 0;
