/**
 * What tasks may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TASK_BODY, TASK_PATCH } from "../../schemas/task_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "data", required: true, takes: [{ note: "anything" }] },
];

Deno.test("the schema of a task takes what each field may hold, and nothing else", () => {
  expectBodies(TASK_BODY, FIELDS);
  expectPatches(TASK_PATCH, FIELDS);
});
