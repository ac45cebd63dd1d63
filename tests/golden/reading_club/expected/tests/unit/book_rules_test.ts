/**
 * What books may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { BOOK_BODY, BOOK_PATCH } from "../../schemas/book_schema.ts";
import { checkBook } from "../../validations/book_rules.ts";

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
    field: "about",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
  {
    field: "tags",
    takes: [[], ["Some tags"]],
    refuses: [
      Array(11).fill("Some tags"),
      [{ not: "this" }],
      ["x".repeat(201)],
      null,
    ],
  },
  {
    field: "addedById",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a book takes what each field may hold, and nothing else", () => {
  expectBodies(BOOK_BODY, FIELDS);
  expectPatches(BOOK_PATCH, FIELDS);
});

Deno.test("the rules of a book say which field breaks them, and how", () => {
  expectRules(checkBook, FIELDS);
});
