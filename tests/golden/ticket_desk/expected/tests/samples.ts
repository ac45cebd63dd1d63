/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import { shown } from "../kit/shown_entity.ts";
import type { System } from "../main.ts";
import type { EventEntity } from "../models/event.ts";
import { type Ticket, TICKET_SPEC } from "../models/ticket.ts";

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

/** Makes a body that creates a ticket. */
export async function ticketBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    seat: "Some seat",
    usedAt: "2030-01-15T09:30:00.000Z",
    eventId: (await makeEvent(system)).id,
  };
}

/** Stores a ticket. */
export async function makeTicket(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Ticket> {
  const body = { ...await ticketBody(system), ...overrides };
  const made = expectValue(
    await system.ticketController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Ticket;
  return shown(TICKET_SPEC, made);
}
