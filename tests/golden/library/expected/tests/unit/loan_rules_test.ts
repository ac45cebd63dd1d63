/**
 * What loans may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { LOAN_BODY, LOAN_PATCH } from "../../schemas/loan_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "dueDate", takes: ["2030-01-15", null], refuses: ["not this"] },
  { field: "returned", takes: [true], refuses: ["not this", null] },
  {
    field: "bookId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "memberId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a loan takes what each field may hold, and nothing else", () => {
  expectBodies(LOAN_BODY, FIELDS);
  expectPatches(LOAN_PATCH, FIELDS);
});
