/**
 * What xes may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { X_BODY, X_PATCH } from "../../schemas/x_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "y",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
];

Deno.test("the schema of a x takes what each field may hold, and nothing else", () => {
  expectBodies(X_BODY, FIELDS);
  expectPatches(X_PATCH, FIELDS);
});
