/**
 * What places may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { PLACE_BODY, PLACE_PATCH } from "../../schemas/place_schema.ts";
import { checkPlace } from "../../validations/place_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of a place takes what each field may hold, and nothing else", () => {
  expectBodies(PLACE_BODY, FIELDS);
  expectPatches(PLACE_PATCH, FIELDS);
});

Deno.test("the rules of a place say which field breaks them, and how", () => {
  expectRules(checkPlace, FIELDS);
});
