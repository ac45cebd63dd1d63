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
export const ACCESS: Readonly<Record<"member" | "event", EntityAccess>> = {
  member: {
    owner: "id",
    role: "role",
    rules: {
      list: ["organiser"],
      get: ["owner", "organiser"],
      create: ["organiser"],
      replace: [],
      patch: ["owner", "organiser"],
      delete: [],
      retire: ["organiser"],
    },
  },
  event: {
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["guest", "organiser"],
      replace: ["organiser"],
      patch: ["users"],
      delete: ["organiser"],
      open: ["organiser"],
      end: ["users"],
    },
  },
};
