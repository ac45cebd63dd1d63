/**
 * What lines may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { LINE_BODY, LINE_PATCH } from "../../schemas/line_schema.ts";
import { checkLine } from "../../validations/line_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "text",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "amount",
    required: true,
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  {
    field: "pieces",
    takes: [1],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be at least 1" }],
  },
  {
    field: "billId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a line takes what each field may hold, and nothing else", () => {
  expectBodies(LINE_BODY, FIELDS);
  expectPatches(LINE_PATCH, FIELDS);
});

Deno.test("the rules of a line say which field breaks them, and how", () => {
  expectRules(checkLine, FIELDS);
});
