/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Organisation } from "../models/organisation.ts";
import type { User } from "../models/user.ts";
import type { Notebook } from "../models/notebook.ts";
import type { Note } from "../models/note.ts";

/** Makes a body that creates an organisation. */
export function organisationBody(): Record<string, unknown> {
  return {
    name: "Some name",
    site: "https://example.com/",
  };
}

/** Stores an organisation. */
export async function makeOrganisation(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Organisation> {
  const body = { ...organisationBody(), ...overrides };
  return expectValue(
    await system.organisationController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Organisation;
}

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
  const body = {
    ...userBody(),
    organisationId: (await home(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.userController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as User;
}

/** Makes a body that creates a notebook. */
export function notebookBody(): Record<string, unknown> {
  made++;
  return {
    title: `Some title ${made}`,
  };
}

/** Stores a notebook. */
export async function makeNotebook(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Notebook> {
  const body = {
    ...notebookBody(),
    organisationId: (await home(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.notebookController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Notebook;
}

/** Makes a body that creates a note. */
export async function noteBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    text: "Some text",
    notebookId: (await makeNotebook(system)).id,
  };
}

/** Stores a note. */
export async function makeNote(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Note> {
  const body = {
    ...await noteBody(system),
    authorId: (await actor(system)).id,
    organisationId: (await home(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.noteController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Note;
}

/** The organisation that the samples belong to. */
export function home(system: System): Promise<Organisation> {
  const known = HOMES.get(system) ?? makeOrganisation(system);
  HOMES.set(system, known);
  return known;
}

const HOMES = new WeakMap<System, Promise<Organisation>>();

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
