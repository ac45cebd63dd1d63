/**
 * What starts may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { START_BODY, START_PATCH } from "../../schemas/start_schema.ts";
import { checkStart } from "../../validations/start_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "d",
    required: true,
    takes: [0, 0.5, 0.49],
    refuses: [0.499, null],
    breaks: [{ value: -1, message: "must be between 0 and 0.5" }, {
      value: 1.5,
      message: "must be between 0 and 0.5",
    }],
  },
];

Deno.test("the schema of a start takes what each field may hold, and nothing else", () => {
  expectBodies(START_BODY, FIELDS);
  expectPatches(START_PATCH, FIELDS);
});

Deno.test("the rules of a start say which field breaks them, and how", () => {
  expectRules(checkStart, FIELDS);
});
