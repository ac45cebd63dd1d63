/**
 * What tests may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TEST_BODY, TEST_PATCH } from "../../schemas/test_schema.ts";
import { checkTest } from "../../validations/test_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "a",
    takes: [5000000000, null],
    refuses: [1.5],
    breaks: [{ value: 4999999999, message: "must be at least 5000000000" }],
  },
  {
    field: "b",
    takes: [-5000000, null],
    refuses: [1.5],
    breaks: [{ value: -4999999, message: "must be at most -5000000" }],
  },
  {
    field: "c",
    takes: [0, 0.001, null],
    refuses: ["not this"],
    breaks: [{ value: -1, message: "must be between 0 and 0.001" }, {
      value: 1.001,
      message: "must be between 0 and 0.001",
    }],
  },
];

Deno.test("the schema of a test takes what each field may hold, and nothing else", () => {
  expectBodies(TEST_BODY, FIELDS);
  expectPatches(TEST_PATCH, FIELDS);
});

Deno.test("the rules of a test say which field breaks them, and how", () => {
  expectRules(checkTest, FIELDS);
});
