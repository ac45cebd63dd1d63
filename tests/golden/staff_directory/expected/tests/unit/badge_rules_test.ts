/**
 * What badges may hold, field by field: their schema alone.
 *
 * @module
 */
import { expectBodies, type FieldTrial } from "../../kit/expect_fields.ts";
import { BADGE_BODY } from "../../schemas/badge_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "color", takes: ["red", "green"], refuses: ["no such value", null] },
  {
    field: "employeeId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "replacesId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of a badge takes what each field may hold, and nothing else", () => {
  expectBodies(BADGE_BODY, FIELDS);
});
