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
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "price",
    required: true,
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
];

Deno.test("the schema of an article takes what each field may hold, and nothing else", () => {
  expectBodies(ARTICLE_BODY, FIELDS);
  expectPatches(ARTICLE_PATCH, FIELDS);
});

Deno.test("the rules of an article say which field breaks them, and how", () => {
  expectRules(checkArticle, FIELDS);
});
