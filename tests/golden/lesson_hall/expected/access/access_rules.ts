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
    | "user"
    | "course"
    | "lesson"
    | "topic"
    | "review"
    | "place"
    | "courseTopic"
    | "courseLike",
    EntityAccess
  >
> = {
  user: {
    owner: "id",
    role: "role",
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: [],
      replace: ["owner"],
      patch: ["owner"],
      delete: ["owner"],
    },
  },
  course: {
    owner: "leadId",
    assignsOwner: true,
    visible: {
      when: { state: ["open", "closed"] },
      always: ["owner", "teacher"],
    },
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      replace: ["owner"],
      patch: ["owner"],
      delete: ["owner"],
      open: ["owner"],
      close: ["teacher"],
      like: ["users"],
    },
  },
  lesson: {
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      replace: ["users"],
      patch: ["users"],
      delete: ["users"],
      restore: ["users"],
    },
  },
  topic: {
    owner: "proposerId",
    assignsOwner: true,
    visible: { when: { approved: [true] }, always: ["owner", "teacher"] },
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      replace: ["teacher"],
      patch: ["teacher"],
      delete: ["teacher"],
    },
  },
  review: {
    owner: "byId",
    assignsOwner: true,
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["users"],
      replace: ["owner"],
      patch: ["owner"],
      delete: ["owner"],
      restore: ["owner"],
    },
  },
  place: {
    rules: {
      list: ["everyone"],
      get: ["everyone"],
      create: ["teacher"],
      replace: ["teacher"],
      patch: ["teacher"],
      delete: ["teacher"],
    },
  },
  courseTopic: {
    rules: {},
  },
  courseLike: {
    rules: {},
  },
};
