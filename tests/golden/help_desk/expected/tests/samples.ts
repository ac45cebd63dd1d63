/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import { shown } from "../kit/shown_entity.ts";
import type { System } from "../main.ts";
import type { User } from "../models/user.ts";
import { type Ticket, TICKET_SPEC } from "../models/ticket.ts";
import type { Notice } from "../models/notice.ts";

/** Makes a body that creates a user. */
export function userBody(): Record<string, unknown> {
  made++;
  return {
    email: `someone${made}@example.com`,
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

/** Makes a body that creates a ticket. */
export function ticketBody(): Record<string, unknown> {
  return {
    title: "Some title",
  };
}

/** Stores a ticket. */
export async function makeTicket(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Ticket> {
  const body = {
    ...ticketBody(),
    customerId: (await actor(system)).id,
    ...overrides,
  };
  const made = expectValue(
    await system.ticketController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Ticket;
  return shown(TICKET_SPEC, made);
}

/** Makes a body that creates a notice. */
export function noticeBody(): Record<string, unknown> {
  return {
    text: "Some text",
  };
}

/** Stores a notice. */
export async function makeNotice(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Notice> {
  const body = { ...noticeBody(), ...overrides };
  return expectValue(
    await system.noticeController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Notice;
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
