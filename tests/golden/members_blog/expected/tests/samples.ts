/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Post } from "../models/post.ts";
import type { User } from "../models/user.ts";
import type { Bookmark } from "../models/bookmark.ts";

/** Makes a body that creates a post. */
export function postBody(): Record<string, unknown> {
  return {
    title: "Some title",
    body: "Some body",
  };
}

/** Stores a post. */
export async function makePost(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Post> {
  const body = {
    ...postBody(),
    userId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.postController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Post;
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
  const body = { ...userBody(), ...overrides };
  return expectValue(
    await system.userController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as User;
}

/** Makes a body that creates a bookmark. */
export function bookmarkBody(): Record<string, unknown> {
  return {
    title: "Some title",
    link: "https://example.com/",
  };
}

/** Stores a bookmark. */
export async function makeBookmark(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Bookmark> {
  const body = {
    ...bookmarkBody(),
    ownerId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.bookmarkController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Bookmark;
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
