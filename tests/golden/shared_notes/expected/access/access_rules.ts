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
  Record<"organisation" | "user" | "notebook" | "note", EntityAccess>
> = {
  organisation: {
    tenant: "id",
    rules: {
      list: ["users"],
      get: ["users"],
      replace: [],
      patch: ["admin"],
      delete: [],
    },
  },
  user: {
    owner: "id",
    role: "role",
    tenant: "organisationId",
    rules: {
      list: ["users"],
      get: ["users"],
      create: ["admin"],
      replace: [],
      patch: ["owner", "admin"],
      delete: ["admin"],
    },
  },
  notebook: {
    tenant: "organisationId",
    rules: {
      list: ["users"],
      get: ["users"],
      create: ["admin"],
      replace: ["admin"],
      patch: ["admin"],
      delete: ["admin"],
    },
  },
  note: {
    owner: "authorId",
    assignsOwner: true,
    tenant: "organisationId",
    rules: {
      list: ["users"],
      get: ["users"],
      create: ["users"],
      replace: ["owner", "admin"],
      patch: ["owner", "admin"],
      delete: ["owner", "admin"],
      pin: ["admin"],
    },
  },
};
