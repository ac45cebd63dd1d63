/**
 * What articles may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { ARTICLE_BODY, ARTICLE_PATCH } from "../../schemas/article_schema.ts";
import { checkArticle } from "../../validations/article_rules.ts";

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
  { field: "edits", takes: [1], refuses: [1.5, null] },
  { field: "readingMinutes", takes: [1], refuses: [1.5, null] },
  {
    field: "teaser",
    takes: ["x", "x".repeat(80), null],
    refuses: ["x".repeat(81)],
  },
  {
    field: "authorId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of an article takes what each field may hold, and nothing else", () => {
  expectBodies(ARTICLE_BODY, FIELDS);
  expectPatches(ARTICLE_PATCH, FIELDS);
});

Deno.test("the rules of an article say which field breaks them, and how", () => {
  expectRules(checkArticle, FIELDS);
});
