/**
 * What visits may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { VISIT_BODY, VISIT_PATCH } from "../../schemas/visit_schema.ts";
import { checkVisit } from "../../validations/visit_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "number", takes: [1], refuses: [1.5, null] },
  {
    field: "reason",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "fee",
    required: true,
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  { field: "dueOn", takes: ["2030-01-15", null], refuses: ["not this"] },
  {
    field: "practiceId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "animalId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "byId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "helperId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of a visit takes what each field may hold, and nothing else", () => {
  expectBodies(VISIT_BODY, FIELDS);
  expectPatches(VISIT_PATCH, FIELDS);
});

Deno.test("the rules of a visit say which field breaks them, and how", () => {
  expectRules(checkVisit, FIELDS);
});
