/**
 * What reviews may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { REVIEW_BODY, REVIEW_PATCH } from "../../schemas/review_schema.ts";
import { checkReview } from "../../validations/review_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "text",
    required: true,
    takes: ["x", "x".repeat(10000)],
    refuses: ["x".repeat(10001), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "courseId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "byId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a review takes what each field may hold, and nothing else", () => {
  expectBodies(REVIEW_BODY, FIELDS);
  expectPatches(REVIEW_PATCH, FIELDS);
});

Deno.test("the rules of a review say which field breaks them, and how", () => {
  expectRules(checkReview, FIELDS);
});
