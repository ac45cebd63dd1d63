/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { User } from "../models/user.ts";
import type { ParcelBox } from "../models/parcel_box.ts";
import type { BoxNote } from "../models/box_note.ts";

/** Makes a body that creates a user. */
export function userBody(): Record<string, unknown> {
  made++;
  return {
    email: `someone${made}@example.com`,
    fullName: "Some full name",
    doorPin: "Some doo",
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

/** Makes a body that creates a parcel box. */
export function parcelBoxBody(): Record<string, unknown> {
  made++;
  return {
    boxNumber: `Some box number ${made}`,
    dueOn: "2030-01-15",
    weightGrams: 1,
  };
}

/** Stores a parcel box. */
export async function makeParcelBox(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<ParcelBox> {
  const body = {
    ...parcelBoxBody(),
    senderOfId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.parcelBoxController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as ParcelBox;
}

/** Makes a body that creates a box note. */
export async function boxNoteBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    bodyText: "Some body text",
    parcelBoxId: (await makeParcelBox(system)).id,
  };
}

/** Stores a box note. */
export async function makeBoxNote(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<BoxNote> {
  const body = { ...await boxNoteBody(system), ...overrides };
  return expectValue(
    await system.boxNoteController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as BoxNote;
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
