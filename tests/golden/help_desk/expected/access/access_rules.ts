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
  Record<"user" | "ticket" | "notice", EntityAccess>
> = {
  user: {
    owner: "id",
    role: "role",
    rules: {
      list: ["users"],
      get: ["users"],
      create: [],
      replace: [],
      patch: ["owner"],
      delete: [],
    },
  },
  ticket: {
    owner: "customerId",
    assignsOwner: true,
    rules: {
      list: ["owner", "agent"],
      get: ["owner", "agent"],
      create: ["users"],
      replace: ["owner", "agent"],
      patch: ["owner", "agent"],
      delete: ["owner", "agent"],
      close: ["agent"],
    },
  },
  notice: {
    visible: { when: { draft: [false] }, always: ["agent"] },
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["agent"],
      replace: ["agent"],
      patch: ["agent"],
      delete: ["agent"],
    },
  },
};
