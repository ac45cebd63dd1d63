/**
 * Requests in which a word could be lost, or be taken for something it is not.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests in which a word could be lost. */
export const ACCOUNT_EXAMPLES: readonly RequestExample[] = [
  {
    name: "a thing without a meaning between two that have one",
    request:
      "Gym API: members (name, phone), classes (title, trainer), bookings of a member for a class.",
    outline: `
      member: name! phone
      class: title! trainer`,
    notUnderstood: ["bookings of a member for a class"],
  },
];
