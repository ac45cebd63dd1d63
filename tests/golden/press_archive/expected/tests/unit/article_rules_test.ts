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
    field: "desk",
    required: true,
    takes: ["local", "world", "sport"],
    refuses: ["no such value", null],
  },
  {
    field: "status",
    takes: ["draft", "printed"],
    refuses: ["no such value", null],
  },
  {
    field: "fee",
    takes: [0, 9.51, null],
    refuses: [9.501],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  {
    field: "words",
    takes: [0, null],
    refuses: [1.5],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  { field: "printedOn", takes: ["2030-01-15", null], refuses: ["not this"] },
  { field: "slug", takes: ["some-words"], refuses: [null] },
  {
    field: "note",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
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
