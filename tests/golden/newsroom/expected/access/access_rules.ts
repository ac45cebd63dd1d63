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
    "user" | "article" | "comment" | "notebook" | "note" | "auditEntry" | "tip",
    EntityAccess
  >
> = {
  user: {
    owner: "id",
    role: "role",
    rules: {
      list: ["users"],
      get: ["users"],
      create: ["admin"],
      replace: ["owner", "admin"],
      patch: ["owner", "admin"],
      delete: ["owner", "admin"],
    },
  },
  article: {
    owner: "authorId",
    assignsOwner: true,
    visible: { when: { status: ["published"] }, always: ["owner", "editor"] },
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      replace: ["owner", "editor"],
      patch: ["owner", "editor"],
      delete: ["owner", "editor"],
      publish: ["editor"],
    },
  },
  comment: {
    owner: "writerId",
    assignsOwner: true,
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      delete: ["owner", "editor"],
    },
  },
  notebook: {
    owner: "keeperId",
    assignsOwner: true,
    rules: {
      list: ["owner"],
      get: ["owner"],
      create: ["users"],
      replace: ["owner"],
      patch: ["owner"],
      delete: ["owner"],
    },
  },
  note: {
    owner: "keeperId",
    assignsOwner: true,
    rules: {
      list: ["owner"],
      get: ["owner"],
      create: ["users"],
      replace: ["owner"],
      patch: ["owner"],
      delete: ["owner"],
    },
  },
  auditEntry: {
    rules: {
      list: ["admin"],
      get: ["admin"],
      create: [],
      replace: [],
      patch: [],
      delete: [],
    },
  },
  tip: {
    owner: "senderId",
    assignsOwner: true,
    rules: {
      list: ["owner", "editor"],
      get: ["owner", "editor"],
      create: ["everyone"],
      replace: [],
      patch: [],
      delete: ["admin"],
    },
  },
};
