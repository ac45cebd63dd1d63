/**
 * What shifts may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { SHIFT_BODY, SHIFT_PATCH } from "../../schemas/shift_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "firstDay", takes: ["2030-01-15", null], refuses: ["not this"] },
  { field: "freeDay", takes: ["2030-01-16", null], refuses: ["not this"] },
];

Deno.test("the schema of a shift takes what each field may hold, and nothing else", () => {
  expectBodies(SHIFT_BODY, FIELDS);
  expectPatches(SHIFT_PATCH, FIELDS);
});
