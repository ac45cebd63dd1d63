/**
 * What labels may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { LABEL_BODY } from "../../schemas/label_schema.ts";
import { checkLabel } from "../../validations/label_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "word",
    required: true,
    takes: ["x", "x".repeat(40)],
    refuses: ["x".repeat(41), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of a label takes what each field may hold, and nothing else", () => {
  expectBodies(LABEL_BODY, FIELDS);
});

Deno.test("the rules of a label say which field breaks them, and how", () => {
  expectRules(checkLabel, FIELDS);
});
