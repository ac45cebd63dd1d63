/**
 * What tools may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TOOL_BODY, TOOL_PATCH } from "../../schemas/tool_schema.ts";
import { checkTool } from "../../validations/tool_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "broken", takes: [true], refuses: ["not this", null] },
];

Deno.test("the schema of a tool takes what each field may hold, and nothing else", () => {
  expectBodies(TOOL_BODY, FIELDS);
  expectPatches(TOOL_PATCH, FIELDS);
});

Deno.test("the rules of a tool say which field breaks them, and how", () => {
  expectRules(checkTool, FIELDS);
});
