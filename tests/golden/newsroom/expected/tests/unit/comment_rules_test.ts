/**
 * What comments may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { COMMENT_BODY } from "../../schemas/comment_schema.ts";
import { checkComment } from "../../validations/comment_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "text",
    required: true,
    takes: ["x", "x".repeat(2000)],
    refuses: ["x".repeat(2001), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "articleId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "writerId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a comment takes what each field may hold, and nothing else", () => {
  expectBodies(COMMENT_BODY, FIELDS);
});

Deno.test("the rules of a comment say which field breaks them, and how", () => {
  expectRules(checkComment, FIELDS);
});
