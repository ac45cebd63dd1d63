/**
 * What notes may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { NOTE_BODY, NOTE_PATCH } from "../../schemas/note_schema.ts";
import { checkNote } from "../../validations/note_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "text",
    required: true,
    takes: ["x", "x".repeat(10000)],
    refuses: ["x".repeat(10001), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of a note takes what each field may hold, and nothing else", () => {
  expectBodies(NOTE_BODY, FIELDS);
  expectPatches(NOTE_PATCH, FIELDS);
});

Deno.test("the rules of a note say which field breaks them, and how", () => {
  expectRules(checkNote, FIELDS);
});
