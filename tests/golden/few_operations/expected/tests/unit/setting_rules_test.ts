/**
 * What settings may hold, field by field: their schema alone.
 *
 * @module
 */
import { expectPatches, type FieldTrial } from "../../kit/expect_fields.ts";
import { SETTING_PATCH } from "../../schemas/setting_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "value",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
];

Deno.test("the schema of a setting takes what each field may hold, and nothing else", () => {
  expectPatches(SETTING_PATCH, FIELDS);
});
