/**
 * What topics may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TOPIC_BODY, TOPIC_PATCH } from "../../schemas/topic_schema.ts";
import { checkTopic } from "../../validations/topic_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(40)],
    refuses: ["x".repeat(41), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "approved", takes: [true], refuses: ["not this", null] },
  {
    field: "proposerId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a topic takes what each field may hold, and nothing else", () => {
  expectBodies(TOPIC_BODY, FIELDS);
  expectPatches(TOPIC_PATCH, FIELDS);
});

Deno.test("the rules of a topic say which field breaks them, and how", () => {
  expectRules(checkTopic, FIELDS);
});
