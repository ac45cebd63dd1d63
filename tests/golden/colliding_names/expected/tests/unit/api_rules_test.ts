/**
 * What apis may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { API_BODY, API_PATCH } from "../../schemas/api_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "n",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
];

Deno.test("the schema of an api takes what each field may hold, and nothing else", () => {
  expectBodies(API_BODY, FIELDS);
  expectPatches(API_PATCH, FIELDS);
});
