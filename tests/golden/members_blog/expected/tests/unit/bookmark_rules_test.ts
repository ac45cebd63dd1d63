/**
 * What bookmarks may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import {
  BOOKMARK_BODY,
  BOOKMARK_PATCH,
} from "../../schemas/bookmark_schema.ts";
import { checkBookmark } from "../../validations/bookmark_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "link",
    takes: ["https://example.com/", null],
    refuses: ["https://example.com/" + "x".repeat(2049), "not this"],
  },
  {
    field: "ownerId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a bookmark takes what each field may hold, and nothing else", () => {
  expectBodies(BOOKMARK_BODY, FIELDS);
  expectPatches(BOOKMARK_PATCH, FIELDS);
});

Deno.test("the rules of a bookmark say which field breaks them, and how", () => {
  expectRules(checkBookmark, FIELDS);
});
