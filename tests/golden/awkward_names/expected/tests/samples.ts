/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Group } from "../models/group.ts";
import type { EventEntity } from "../models/event.ts";
import type { MapEntity } from "../models/map.ts";

/** Makes a body that creates a group. */
export function groupBody(): Record<string, unknown> {
  return {
    order: 1,
    select: "Some select",
  };
}

/** Stores a group. */
export async function makeGroup(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Group> {
  const body = { ...groupBody(), ...overrides };
  return expectValue(
    await system.groupController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Group;
}

/** Makes a body that creates an event. */
export async function eventBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    request: "Some request",
    groupId: (await makeGroup(system)).id,
  };
}

/** Stores an event. */
export async function makeEvent(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<EventEntity> {
  const body = { ...await eventBody(system), ...overrides };
  return expectValue(
    await system.eventController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as EventEntity;
}

/** Makes a body that creates a map. */
export function mapBody(): Record<string, unknown> {
  made++;
  return {
    function: `Some function ${made}`,
    return: 1,
  };
}

/** Stores a map. */
export async function makeMap(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<MapEntity> {
  const body = { ...mapBody(), ...overrides };
  return expectValue(
    await system.mapController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as MapEntity;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
