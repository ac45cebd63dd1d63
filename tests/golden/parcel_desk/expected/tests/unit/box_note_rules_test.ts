/**
 * What box notes may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import {
  BOX_NOTE_BODY,
  BOX_NOTE_PATCH,
} from "../../schemas/box_note_schema.ts";
import { checkBoxNote } from "../../validations/box_note_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "bodyText",
    required: true,
    takes: ["x", "x".repeat(10000)],
    refuses: ["x".repeat(10001), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "parcelBoxId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a box note takes what each field may hold, and nothing else", () => {
  expectBodies(BOX_NOTE_BODY, FIELDS);
  expectPatches(BOX_NOTE_PATCH, FIELDS);
});

Deno.test("the rules of a box note say which field breaks them, and how", () => {
  expectRules(checkBoxNote, FIELDS);
});
