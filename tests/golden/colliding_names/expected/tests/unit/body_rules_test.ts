/**
 * What bodies may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { BODY_BODY, BODY_PATCH } from "../../schemas/body_schema.ts";
import { checkBody } from "../../validations/body_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "enabled", takes: [true, null], refuses: ["not this"] },
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of a body takes what each field may hold, and nothing else", () => {
  expectBodies(BODY_BODY, FIELDS);
  expectPatches(BODY_PATCH, FIELDS);
});

Deno.test("the rules of a body say which field breaks them, and how", () => {
  expectRules(checkBody, FIELDS);
});
