/**
 * What posts may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { POST_BODY, POST_PATCH } from "../../schemas/post_schema.ts";
import { checkPost } from "../../validations/post_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "body",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
  {
    field: "status",
    takes: ["draft", "published", "archived"],
    refuses: ["no such value", null],
  },
];

Deno.test("the schema of a post takes what each field may hold, and nothing else", () => {
  expectBodies(POST_BODY, FIELDS);
  expectPatches(POST_PATCH, FIELDS);
});

Deno.test("the rules of a post say which field breaks them, and how", () => {
  expectRules(checkPost, FIELDS);
});
