/**
 * What badges may hold, field by field: their schema alone.
 *
 * @module
 */
import { expectBodies, type FieldTrial } from "../../kit/expect_fields.ts";
import { BADGE_BODY } from "../../schemas/badge_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "number", required: true, takes: [1], refuses: [1.5, null] },
];

Deno.test("the schema of a badge takes what each field may hold, and nothing else", () => {
  expectBodies(BADGE_BODY, FIELDS);
});
