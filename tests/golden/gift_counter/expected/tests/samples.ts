/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import { shown } from "../kit/shown_entity.ts";
import type { System } from "../main.ts";
import type { User } from "../models/user.ts";
import { GIFT_CARD_SPEC, type GiftCard } from "../models/gift_card.ts";
import type { Note } from "../models/note.ts";

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

/** Makes a body that creates a gift card. */
export function giftCardBody(): Record<string, unknown> {
  return {
    title: "Some title",
    amount: 9.5,
  };
}

/** Stores a gift card. */
export async function makeGiftCard(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<GiftCard> {
  const body = {
    ...giftCardBody(),
    sellerId: (await actor(system)).id,
    ...overrides,
  };
  const made = expectValue(
    await system.giftCardController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as GiftCard;
  return shown(GIFT_CARD_SPEC, made);
}

/** Makes a body that creates a note. */
export function noteBody(): Record<string, unknown> {
  return {
    text: "Some text",
  };
}

/** Stores a note. */
export async function makeNote(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Note> {
  const body = { ...noteBody(), ...overrides };
  return expectValue(
    await system.noteController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Note;
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
