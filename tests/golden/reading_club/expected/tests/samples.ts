/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Reader } from "../models/reader.ts";
import type { Book } from "../models/book.ts";
import type { Review } from "../models/review.ts";
import type { ReaderFollow } from "../models/reader_follow.ts";
import type { BookWant } from "../models/book_want.ts";

/** Makes a body that creates a reader. */
export function readerBody(): Record<string, unknown> {
  made++;
  return {
    email: `someone${made}@example.com`,
    name: `Some name ${made}`,
  };
}

/** Stores a reader. */
export async function makeReader(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Reader> {
  const body = { ...readerBody(), ...overrides };
  return expectValue(
    await system.readerController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Reader;
}

/** Makes a body that creates a book. */
export function bookBody(): Record<string, unknown> {
  return {
    title: "Some title",
    about: "Some about",
    tags: ["Some tags"],
  };
}

/** Stores a book. */
export async function makeBook(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Book> {
  const body = {
    ...bookBody(),
    addedById: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.bookController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Book;
}

/** Makes a body that creates a review. */
export async function reviewBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    stars: 1,
    text: "Some text",
    bookId: (await makeBook(system)).id,
  };
}

/** Stores a review. */
export async function makeReview(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Review> {
  const body = {
    ...await reviewBody(system),
    authorId: (await actor(system)).id,
    ...overrides,
  };
  return expectValue(
    await system.reviewController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Review;
}

/** Makes a body that creates a reader follow. */
export async function readerFollowBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    followerId: (await makeReader(system)).id,
    followedId: (await makeReader(system)).id,
  };
}

/** Stores a reader follow. */
export async function makeReaderFollow(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<ReaderFollow> {
  const body = { ...await readerFollowBody(system), ...overrides };
  return expectValue(
    await system.readerFollowController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as ReaderFollow;
}

/** Makes a body that creates a book want. */
export async function bookWantBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    userId: (await makeReader(system)).id,
    bookId: (await makeBook(system)).id,
  };
}

/** Stores a book want. */
export async function makeBookWant(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<BookWant> {
  const body = { ...await bookWantBody(system), ...overrides };
  return expectValue(
    await system.bookWantController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as BookWant;
}

/** Who asks in tests, and whom the samples belong to: one user of each role. */
export function actor(system: System, role?: string): Promise<Reader> {
  const known = ACTORS.get(system) ??
    new Map<string | undefined, Promise<Reader>>();
  ACTORS.set(system, known);
  const user = known.get(role) ??
    makeReader(system, role === undefined ? {} : { role });
  known.set(role, user);
  return user;
}

const ACTORS = new WeakMap<System, Map<string | undefined, Promise<Reader>>>();

// Counts what has been made, so that unique fields differ.
let made = 0;
