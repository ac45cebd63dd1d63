/**
 * What uuids may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { UUID_BODY, UUID_PATCH } from "../../schemas/uuid_schema.ts";
import { checkUUID } from "../../validations/uuid_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "function",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of an uuid takes what each field may hold, and nothing else", () => {
  expectBodies(UUID_BODY, FIELDS);
  expectPatches(UUID_PATCH, FIELDS);
});

Deno.test("the rules of an uuid say which field breaks them, and how", () => {
  expectRules(checkUUID, FIELDS);
});
