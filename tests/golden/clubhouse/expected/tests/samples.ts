/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Member } from "../models/member.ts";
import type { EventEntity } from "../models/event.ts";

/** Makes a body that creates a member. */
export function memberBody(): Record<string, unknown> {
  made++;
  return {
    nickname: `Some nickname ${made}`,
    since: "2030-01-15",
  };
}

/** Stores a member. */
export async function makeMember(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Member> {
  const body = { ...memberBody(), ...overrides };
  return expectValue(
    await system.memberController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Member;
}

/** Makes a body that creates an event. */
export function eventBody(): Record<string, unknown> {
  return {
    title: "Some title",
  };
}

/** Stores an event. */
export async function makeEvent(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<EventEntity> {
  const body = { ...eventBody(), ...overrides };
  return expectValue(
    await system.eventController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as EventEntity;
}

/** Who asks in tests, and whom the samples belong to: one user of each role. */
export function actor(system: System, role?: string): Promise<Member> {
  const known = ACTORS.get(system) ??
    new Map<string | undefined, Promise<Member>>();
  ACTORS.set(system, known);
  const user = known.get(role) ??
    makeMember(system, role === undefined ? {} : { role });
  known.set(role, user);
  return user;
}

const ACTORS = new WeakMap<System, Map<string | undefined, Promise<Member>>>();

// Counts what has been made, so that unique fields differ.
let made = 0;
