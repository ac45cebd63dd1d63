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
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "body",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
  {
    field: "status",
    takes: ["draft", "published"],
    refuses: ["no such value", null],
  },
  {
    field: "userId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a post takes what each field may hold, and nothing else", () => {
  expectBodies(POST_BODY, FIELDS);
  expectPatches(POST_PATCH, FIELDS);
});

Deno.test("the rules of a post say which field breaks them, and how", () => {
  expectRules(checkPost, FIELDS);
});
