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
  { field: "slug", takes: ["some-words"], refuses: [null] },
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "body",
    required: true,
    takes: ["x", "x".repeat(10000)],
    refuses: ["x".repeat(10001), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "teaser",
    takes: ["x", "x".repeat(300), null],
    refuses: ["x".repeat(301)],
  },
  {
    field: "topics",
    takes: [[], ["Some topics"]],
    refuses: [
      Array(6).fill("Some topics"),
      [{ not: "this" }],
      ["x".repeat(31)],
      null,
    ],
  },
  {
    field: "status",
    takes: ["draft", "published"],
    refuses: ["no such value", null],
  },
];

Deno.test("the schema of an article takes what each field may hold, and nothing else", () => {
  expectBodies(ARTICLE_BODY, FIELDS);
  expectPatches(ARTICLE_PATCH, FIELDS);
});

Deno.test("the rules of an article say which field breaks them, and how", () => {
  expectRules(checkArticle, FIELDS);
});
