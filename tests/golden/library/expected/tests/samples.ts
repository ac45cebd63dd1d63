/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Book } from "../models/book.ts";
import type { Member } from "../models/member.ts";
import type { Loan } from "../models/loan.ts";

/** Makes a body that creates a book. */
export function bookBody(): Record<string, unknown> {
  made++;
  return {
    title: "Some title",
    author: "Some author",
    isbn: `Some isbn ${made}`,
    publishedYear: 1,
    numberOfCopies: 1,
  };
}

/** Stores a book. */
export async function makeBook(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Book> {
  const body = { ...bookBody(), ...overrides };
  return expectValue(
    await system.bookController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Book;
}

/** Makes a body that creates a member. */
export function memberBody(): Record<string, unknown> {
  made++;
  return {
    name: "Some name",
    email: `someone${made}@example.com`,
    phone: "Some phone",
    joinedDate: "2030-01-15",
  };
}

/** Stores a member. */
export async function makeMember(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Member> {
  const body = { ...memberBody(), ...overrides };
  return expectValue(
    await system.memberController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Member;
}

/** Makes a body that creates a loan. */
export async function loanBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    dueDate: "2030-01-15",
    bookId: (await makeBook(system)).id,
    memberId: (await makeMember(system)).id,
  };
}

/** Stores a loan. */
export async function makeLoan(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Loan> {
  const body = { ...await loanBody(system), ...overrides };
  return expectValue(
    await system.loanController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Loan;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
