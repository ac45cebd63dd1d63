/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Practice } from "../models/practice.ts";
import type { User } from "../models/user.ts";
import type { Animal } from "../models/animal.ts";
import type { Visit } from "../models/visit.ts";
import type { Remedy } from "../models/remedy.ts";
import type { AnimalRemedy } from "../models/animal_remedy.ts";
import type { AnimalWatch } from "../models/animal_watch.ts";

/** Makes a body that creates a practice. */
export function practiceBody(): Record<string, unknown> {
  return {
    name: "Some name",
    openSince: "2030-01-15",
  };
}

/** Stores a practice. */
export async function makePractice(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Practice> {
  const body = { ...practiceBody(), ...overrides };
  return expectValue(
    await system.practiceController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Practice;
}

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
  const body = {
    ...userBody(),
    practiceId: (await home(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.userController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as User;
}

/** Makes a body that creates an animal. */
export function animalBody(): Record<string, unknown> {
  made++;
  return {
    chip: `Some chip ${made}`,
    nickname: `Some nickname ${made}`,
    kind: "cat",
    traits: ["Some traits"],
  };
}

/** Stores an animal. */
export async function makeAnimal(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Animal> {
  const body = {
    ...animalBody(),
    keeperId: (await actor(system)).id,
    practiceId: (await home(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.animalController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Animal;
}

/** Makes a body that creates a visit. */
export async function visitBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    reason: "Some reason",
    fee: 9.5,
    dueOn: "2030-01-15",
    animalId: (await makeAnimal(system)).id,
  };
}

/** Stores a visit. */
export async function makeVisit(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Visit> {
  const body = {
    ...await visitBody(system),
    byId: (await actor(system)).id,
    practiceId: (await home(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.visitController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Visit;
}

/** Makes a body that creates a remedy. */
export function remedyBody(): Record<string, unknown> {
  made++;
  return {
    name: `Some name ${made}`,
  };
}

/** Stores a remedy. */
export async function makeRemedy(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Remedy> {
  const body = {
    ...remedyBody(),
    practiceId: (await home(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.remedyController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Remedy;
}

/** Makes a body that creates an animal remedy. */
export async function animalRemedyBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    animalId: (await makeAnimal(system)).id,
    remedyId: (await makeRemedy(system)).id,
  };
}

/** Stores an animal remedy. */
export async function makeAnimalRemedy(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<AnimalRemedy> {
  const body = { ...await animalRemedyBody(system), ...overrides };
  return expectValue(
    await system.animalRemedyController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as AnimalRemedy;
}

/** Makes a body that creates an animal watch. */
export async function animalWatchBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    userId: (await makeUser(system)).id,
    animalId: (await makeAnimal(system)).id,
  };
}

/** Stores an animal watch. */
export async function makeAnimalWatch(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<AnimalWatch> {
  const body = { ...await animalWatchBody(system), ...overrides };
  return expectValue(
    await system.animalWatchController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as AnimalWatch;
}

/** The practice that the samples belong to. */
export function home(system: System): Promise<Practice> {
  const known = HOMES.get(system) ?? makePractice(system);
  HOMES.set(system, known);
  return known;
}

const HOMES = new WeakMap<System, Promise<Practice>>();

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
