/**
 * What practices may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import {
  PRACTICE_BODY,
  PRACTICE_PATCH,
} from "../../schemas/practice_schema.ts";
import { checkPractice } from "../../validations/practice_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "openSince", takes: ["2030-01-15", null], refuses: ["not this"] },
];

Deno.test("the schema of a practice takes what each field may hold, and nothing else", () => {
  expectBodies(PRACTICE_BODY, FIELDS);
  expectPatches(PRACTICE_PATCH, FIELDS);
});

Deno.test("the rules of a practice say which field breaks them, and how", () => {
  expectRules(checkPractice, FIELDS);
});
