/**
 * What groups may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { GROUP_BODY, GROUP_PATCH } from "../../schemas/group_schema.ts";
import { checkGroup } from "../../validations/group_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "order", takes: [1, null], refuses: [1.5] },
  {
    field: "select",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "class",
    takes: ["it's", 'say "hi"', "`tick`", "${x}", "*/"],
    refuses: ["no such value", null],
  },
  {
    field: "default",
    takes: ["x", "x".repeat(10000)],
    refuses: ["x".repeat(10001), null],
  },
  { field: "newValue", takes: [true], refuses: ["not this", null] },
];

Deno.test("the schema of a group takes what each field may hold, and nothing else", () => {
  expectBodies(GROUP_BODY, FIELDS);
  expectPatches(GROUP_PATCH, FIELDS);
});

Deno.test("the rules of a group say which field breaks them, and how", () => {
  expectRules(checkGroup, FIELDS);
});
