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
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "author",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
  {
    field: "isbn",
    takes: ["x", "x".repeat(200), null],
    refuses: ["x".repeat(201)],
  },
  { field: "publishedYear", takes: [1, null], refuses: [1.5] },
  {
    field: "numberOfCopies",
    takes: [0, null],
    refuses: [1.5],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
];

Deno.test("the schema of a book takes what each field may hold, and nothing else", () => {
  expectBodies(BOOK_BODY, FIELDS);
  expectPatches(BOOK_PATCH, FIELDS);
});

Deno.test("the rules of a book say which field breaks them, and how", () => {
  expectRules(checkBook, FIELDS);
});
