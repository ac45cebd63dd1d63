/**
 * What changeds may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { CHANGED_BODY, CHANGED_PATCH } from "../../schemas/changed_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "uu", takes: ["EXV", null], refuses: ["x".repeat(201), "~~~"] },
];

Deno.test("the schema of a changed takes what each field may hold, and nothing else", () => {
  expectBodies(CHANGED_BODY, FIELDS);
  expectPatches(CHANGED_PATCH, FIELDS);
});
