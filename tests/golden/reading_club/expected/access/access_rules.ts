/**
 * Who may do what, for the whole system. What is not listed is denied.
 *
 * `everyone` needs no token, `users` any valid one, `owner` the token of whom the entity belongs to; any other word is
 * a role. The API endpoint decides by this table before it reads a request, and the controllers hold each request to
 * what was granted.
 *
 * @module
 */
import type { EntityAccess } from "../kit/access_rule.ts";

/** The rules, by entity. */
export const ACCESS: Readonly<
  Record<
    "reader" | "book" | "review" | "readerFollow" | "bookWant",
    EntityAccess
  >
> = {
  reader: {
    owner: "id",
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: [],
      replace: ["owner"],
      patch: ["owner"],
      delete: ["owner"],
      follow: ["users"],
    },
  },
  book: {
    owner: "addedById",
    assignsOwner: true,
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      replace: ["owner"],
      patch: ["owner"],
      delete: ["owner"],
      want: ["users"],
    },
  },
  review: {
    owner: "authorId",
    assignsOwner: true,
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      replace: [],
      patch: [],
      delete: ["owner"],
    },
  },
  readerFollow: {
    rules: {},
  },
  bookWant: {
    rules: {},
  },
};
