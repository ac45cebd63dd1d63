/**
 * What members may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { MEMBER_BODY, MEMBER_PATCH } from "../../schemas/member_schema.ts";
import { checkMember } from "../../validations/member_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "email",
    takes: ["someone@example.com", null],
    refuses: ["x".repeat(255) + "@example.com", "not this"],
  },
  {
    field: "phone",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
  { field: "joinedDate", takes: ["2030-01-15", null], refuses: ["not this"] },
];

Deno.test("the schema of a member takes what each field may hold, and nothing else", () => {
  expectBodies(MEMBER_BODY, FIELDS);
  expectPatches(MEMBER_PATCH, FIELDS);
});

Deno.test("the rules of a member say which field breaks them, and how", () => {
  expectRules(checkMember, FIELDS);
});
