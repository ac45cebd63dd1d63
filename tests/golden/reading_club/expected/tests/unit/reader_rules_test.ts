/**
 * What readers may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { READER_BODY, READER_PATCH } from "../../schemas/reader_schema.ts";
import { checkReader } from "../../validations/reader_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "email",
    required: true,
    takes: ["someone@example.com"],
    refuses: ["x".repeat(255) + "@example.com", "not this", null],
  },
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(60)],
    refuses: ["x".repeat(61), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "about",
    takes: ["x", "x".repeat(10000)],
    refuses: ["x".repeat(10001), null],
  },
];

Deno.test("the schema of a reader takes what each field may hold, and nothing else", () => {
  expectBodies(READER_BODY, FIELDS);
  expectPatches(READER_PATCH, FIELDS);
});

Deno.test("the rules of a reader say which field breaks them, and how", () => {
  expectRules(checkReader, FIELDS);
});
