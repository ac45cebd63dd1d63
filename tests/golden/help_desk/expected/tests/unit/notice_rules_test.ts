/**
 * What notices may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { NOTICE_BODY, NOTICE_PATCH } from "../../schemas/notice_schema.ts";
import { checkNotice } from "../../validations/notice_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "text",
    required: true,
    takes: ["x", "x".repeat(10000)],
    refuses: ["x".repeat(10001), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "draft", takes: [true], refuses: ["not this", null] },
];

Deno.test("the schema of a notice takes what each field may hold, and nothing else", () => {
  expectBodies(NOTICE_BODY, FIELDS);
  expectPatches(NOTICE_PATCH, FIELDS);
});

Deno.test("the rules of a notice say which field breaks them, and how", () => {
  expectRules(checkNotice, FIELDS);
});
