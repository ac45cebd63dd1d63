/**
 * What stamps may hold, field by field: their schema alone.
 *
 * @module
 */
import { expectPatches, type FieldTrial } from "../../kit/expect_fields.ts";
import { STAMP_PATCH } from "../../schemas/stamp_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "motif",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
];

Deno.test("the schema of a stamp takes what each field may hold, and nothing else", () => {
  expectPatches(STAMP_PATCH, FIELDS);
});
