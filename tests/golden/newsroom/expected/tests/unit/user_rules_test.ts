/**
 * What users may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { USER_BODY, USER_PATCH } from "../../schemas/user_schema.ts";
import { checkUser } from "../../validations/user_rules.ts";

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
    takes: ["x", "x".repeat(100)],
    refuses: ["x".repeat(101), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "bio",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
  {
    field: "role",
    takes: ["member", "editor", "admin"],
    refuses: ["no such value", null],
  },
];

Deno.test("the schema of a user takes what each field may hold, and nothing else", () => {
  expectBodies(USER_BODY, FIELDS);
  expectPatches(USER_PATCH, FIELDS);
});

Deno.test("the rules of a user say which field breaks them, and how", () => {
  expectRules(checkUser, FIELDS);
});
