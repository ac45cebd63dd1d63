/**
 * What sessions may hold, field by field: their rules alone.
 *
 * @module
 */
import { expectRules, type FieldTrial } from "../../kit/expect_fields.ts";
import { checkSession } from "../../validations/session_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "token",
    takes: ["x", "x".repeat(200)],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the rules of a session say which field breaks them, and how", () => {
  expectRules(checkSession, FIELDS);
});
