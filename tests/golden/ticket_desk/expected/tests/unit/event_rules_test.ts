/**
 * What events may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { EVENT_BODY, EVENT_PATCH } from "../../schemas/event_schema.ts";
import { checkEventEntity } from "../../validations/event_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of an event takes what each field may hold, and nothing else", () => {
  expectBodies(EVENT_BODY, FIELDS);
  expectPatches(EVENT_PATCH, FIELDS);
});

Deno.test("the rules of an event say which field breaks them, and how", () => {
  expectRules(checkEventEntity, FIELDS);
});
