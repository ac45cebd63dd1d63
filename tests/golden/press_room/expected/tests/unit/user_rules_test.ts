/**
 * What users may hold, field by field: their schema alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { USER_BODY, USER_PATCH } from "../../schemas/user_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "email",
    required: true,
    takes: ["someone@example.com"],
    refuses: ["x".repeat(255) + "@example.com", "not this", null],
  },
  {
    field: "role",
    takes: ["writer", "editor"],
    refuses: ["no such value", null],
  },
];

Deno.test("the schema of a user takes what each field may hold, and nothing else", () => {
  expectBodies(USER_BODY, FIELDS);
  expectPatches(USER_PATCH, FIELDS);
});
