/**
 * What remedies may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { REMEDY_BODY, REMEDY_PATCH } from "../../schemas/remedy_schema.ts";
import { checkRemedy } from "../../validations/remedy_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(40)],
    refuses: ["x".repeat(41), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "practiceId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a remedy takes what each field may hold, and nothing else", () => {
  expectBodies(REMEDY_BODY, FIELDS);
  expectPatches(REMEDY_PATCH, FIELDS);
});

Deno.test("the rules of a remedy say which field breaks them, and how", () => {
  expectRules(checkRemedy, FIELDS);
});
