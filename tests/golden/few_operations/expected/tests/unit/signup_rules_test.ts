/**
 * What signups may hold, field by field: their schema alone.
 *
 * @module
 */
import { expectBodies, type FieldTrial } from "../../kit/expect_fields.ts";
import { SIGNUP_BODY } from "../../schemas/signup_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "email",
    required: true,
    takes: ["someone@example.com"],
    refuses: ["x".repeat(255) + "@example.com", "not this", null],
  },
];

Deno.test("the schema of a signup takes what each field may hold, and nothing else", () => {
  expectBodies(SIGNUP_BODY, FIELDS);
});
