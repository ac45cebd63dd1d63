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
  {
    field: "folderId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "parentId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
  {
    field: "projectId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of a note takes what each field may hold, and nothing else", () => {
  expectBodies(NOTE_BODY, FIELDS);
  expectPatches(NOTE_PATCH, FIELDS);
});

Deno.test("the rules of a note say which field breaks them, and how", () => {
  expectRules(checkNote, FIELDS);
});
