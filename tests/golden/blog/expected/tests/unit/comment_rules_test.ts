/**
 * What comments may hold, field by field: their schema alone.
 *
 * @module
 */
import { expectBodies, type FieldTrial } from "../../kit/expect_fields.ts";
import { COMMENT_BODY } from "../../schemas/comment_schema.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "authorName",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
  {
    field: "text",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
  {
    field: "postId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a comment takes what each field may hold, and nothing else", () => {
  expectBodies(COMMENT_BODY, FIELDS);
});
