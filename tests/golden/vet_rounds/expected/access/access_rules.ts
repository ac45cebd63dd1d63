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
    | "practice"
    | "user"
    | "animal"
    | "visit"
    | "remedy"
    | "animalRemedy"
    | "animalWatch",
    EntityAccess
  >
> = {
  practice: {
    tenant: "id",
    rules: {
      list: ["users"],
      get: ["users"],
      replace: [],
      patch: ["vet"],
      delete: [],
    },
  },
  user: {
    owner: "id",
    role: "role",
    tenant: "practiceId",
    rules: {
      list: ["users"],
      get: ["users"],
      create: ["vet"],
      replace: [],
      patch: ["owner"],
      delete: ["vet"],
    },
  },
  animal: {
    owner: "keeperId",
    assignsOwner: true,
    tenant: "practiceId",
    rules: {
      list: ["users"],
      get: ["users"],
      create: ["users"],
      replace: ["owner", "vet"],
      patch: ["owner", "vet"],
      delete: ["owner", "vet"],
      heal: ["vet"],
      watch: ["users"],
    },
  },
  visit: {
    owner: "byId",
    assignsOwner: true,
    tenant: "practiceId",
    rules: {
      list: ["users"],
      get: ["users"],
      create: ["users"],
      replace: ["owner", "vet"],
      patch: ["owner", "vet"],
      delete: ["owner", "vet"],
      restore: ["owner", "vet"],
    },
  },
  remedy: {
    tenant: "practiceId",
    rules: {
      list: ["users"],
      get: ["users"],
      create: ["vet"],
      replace: ["vet"],
      patch: ["vet"],
      delete: ["vet"],
    },
  },
  animalRemedy: {
    rules: {},
  },
  animalWatch: {
    rules: {},
  },
};
