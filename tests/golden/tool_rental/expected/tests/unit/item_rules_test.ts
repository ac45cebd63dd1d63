/**
 * What items may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { ITEM_BODY, ITEM_PATCH } from "../../schemas/item_schema.ts";
import { checkItem } from "../../validations/item_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "stock",
    takes: [0],
    refuses: [1.5, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
];

Deno.test("the schema of an item takes what each field may hold, and nothing else", () => {
  expectBodies(ITEM_BODY, FIELDS);
  expectPatches(ITEM_PATCH, FIELDS);
});

Deno.test("the rules of an item say which field breaks them, and how", () => {
  expectRules(checkItem, FIELDS);
});
