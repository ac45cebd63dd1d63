/**
 * What profiles may hold, field by field: their schema alone.
 *
 * @module
 */
import { expectBodies, type FieldTrial } from "../../kit/expect_fields.ts";
import { PROFILE_BODY } from "../../schemas/profile_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
];

Deno.test("the schema of a profile takes what each field may hold, and nothing else", () => {
  expectBodies(PROFILE_BODY, FIELDS);
});
