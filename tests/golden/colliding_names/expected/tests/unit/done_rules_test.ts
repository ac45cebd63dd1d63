/**
 * What dones may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { DONE_BODY, DONE_PATCH } from "../../schemas/done_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "status", takes: ["a", "b"], refuses: ["no such value", null] },
];

Deno.test("the schema of a done takes what each field may hold, and nothing else", () => {
  expectBodies(DONE_BODY, FIELDS);
  expectPatches(DONE_PATCH, FIELDS);
});
