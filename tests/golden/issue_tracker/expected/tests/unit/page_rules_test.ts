/**
 * What pages may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { PAGE_BODY, PAGE_PATCH } from "../../schemas/page_schema.ts";
import { checkPageEntity } from "../../validations/page_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "slug", takes: ["some-words"], refuses: [null] },
];

Deno.test("the schema of a page takes what each field may hold, and nothing else", () => {
  expectBodies(PAGE_BODY, FIELDS);
  expectPatches(PAGE_PATCH, FIELDS);
});

Deno.test("the rules of a page say which field breaks them, and how", () => {
  expectRules(checkPageEntity, FIELDS);
});
