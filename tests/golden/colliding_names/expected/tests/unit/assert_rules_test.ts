/**
 * What asserts may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { ASSERT_BODY, ASSERT_PATCH } from "../../schemas/assert_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "then",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
  {
    field: "name",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
  {
    field: "type",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
  { field: "index", takes: [1, null], refuses: [1.5] },
];

Deno.test("the schema of an assert takes what each field may hold, and nothing else", () => {
  expectBodies(ASSERT_BODY, FIELDS);
  expectPatches(ASSERT_PATCH, FIELDS);
});
