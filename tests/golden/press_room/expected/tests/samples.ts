/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { User } from "../models/user.ts";
import type { Article } from "../models/article.ts";

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

/** Makes a body that creates an article. */
export function articleBody(): Record<string, unknown> {
  return {
    title: "Some title",
    body: "Some body",
    section: "news",
  };
}

/** Stores an article. */
export async function makeArticle(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Article> {
  const body = {
    ...articleBody(),
    authorId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.articleController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Article;
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
