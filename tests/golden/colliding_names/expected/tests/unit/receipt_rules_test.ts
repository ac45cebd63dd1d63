/**
 * What receipts may hold, field by field: their schema alone.
 *
 * @module
 */
import { expectBodies, type FieldTrial } from "../../kit/expect_fields.ts";
import { RECEIPT_BODY } from "../../schemas/receipt_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "t",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
  {
    field: "xId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a receipt takes what each field may hold, and nothing else", () => {
  expectBodies(RECEIPT_BODY, FIELDS);
});
