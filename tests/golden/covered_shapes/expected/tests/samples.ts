/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Folder } from "../models/folder.ts";
import type { Project } from "../models/project.ts";
import type { Note } from "../models/note.ts";
import type { EventEntity } from "../models/event.ts";
import type { Badge } from "../models/badge.ts";
import type { Ticket } from "../models/ticket.ts";
import type { Stamp } from "../models/stamp.ts";
import type { Reading } from "../models/reading.ts";

/** Makes a body that creates a folder. */
export function folderBody(): Record<string, unknown> {
  return {
    name: "Some name",
  };
}

/** Stores a folder. */
export async function makeFolder(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Folder> {
  const body = { ...folderBody(), ...overrides };
  return expectValue(
    await system.folderController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Folder;
}

/** Makes a body that creates a project. */
export function projectBody(): Record<string, unknown> {
  return {
    name: "Some name",
  };
}

/** Stores a project. */
export async function makeProject(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Project> {
  const body = { ...projectBody(), ...overrides };
  return expectValue(
    await system.projectController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Project;
}

/** Makes a body that creates a note. */
export async function noteBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    text: "Some text",
    folderId: (await makeFolder(system)).id,
  };
}

/** Stores a note. */
export async function makeNote(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Note> {
  const body = { ...await noteBody(system), ...overrides };
  return expectValue(
    await system.noteController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Note;
}

/** Makes a body that creates an event. */
export function eventBody(): Record<string, unknown> {
  return {
    name: "Some name",
    endedOn: "2030-01-15",
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

/** Makes a body that creates a badge. */
export function badgeBody(): Record<string, unknown> {
  made++;
  return {
    number: 0 + made,
  };
}

/** Stores a badge. */
export async function makeBadge(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Badge> {
  const body = { ...badgeBody(), ...overrides };
  return expectValue(
    await system.badgeController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Badge;
}

/** Makes a body that creates a ticket. */
export function ticketBody(): Record<string, unknown> {
  made++;
  return {
    code: `Some code ${made}`,
    seat: "Some seat",
  };
}

/** Stores a ticket. */
export async function makeTicket(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Ticket> {
  const body = { ...ticketBody(), ...overrides };
  return expectValue(
    await system.ticketController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Ticket;
}

/** Makes a body that creates a stamp. */
export function stampBody(): Record<string, unknown> {
  return {
    motif: "Some motif",
  };
}

/** Stores a stamp. */
export async function makeStamp(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Stamp> {
  const body = { ...stampBody(), ...overrides };
  return expectValue(
    await system.stampController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Stamp;
}

/** Makes a body that creates a reading. */
export function readingBody(): Record<string, unknown> {
  made++;
  return {
    sensor: "EXV",
    serial: 0 + made,
  };
}

/** Stores a reading. */
export async function makeReading(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Reading> {
  const body = { ...readingBody(), ...overrides };
  return expectValue(
    await system.readingController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Reading;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
