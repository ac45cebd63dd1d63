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
    field: "nickname",
    required: true,
    takes: ["x".repeat(3), "x".repeat(40)],
    refuses: ["x".repeat(2), "x".repeat(41), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "since", takes: ["2030-01-15", null], refuses: ["not this"] },
  { field: "active", takes: [true], refuses: ["not this", null] },
  {
    field: "role",
    takes: ["guest", "organiser"],
    refuses: ["no such value", null],
  },
];

Deno.test("the schema of a member takes what each field may hold, and nothing else", () => {
  expectBodies(MEMBER_BODY, FIELDS);
  expectPatches(MEMBER_PATCH, FIELDS);
});

Deno.test("the rules of a member say which field breaks them, and how", () => {
  expectRules(checkMember, FIELDS);
});
