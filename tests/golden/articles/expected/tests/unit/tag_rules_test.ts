/**
 * What tags may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { TAG_BODY } from "../../schemas/tag_schema.ts";
import { checkTag } from "../../validations/tag_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  { field: "handle", takes: ["some-words"], refuses: [null] },
  {
    field: "label",
    required: true,
    takes: ["x", "x".repeat(60)],
    refuses: ["x".repeat(61), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of a tag takes what each field may hold, and nothing else", () => {
  expectBodies(TAG_BODY, FIELDS);
});

Deno.test("the rules of a tag say which field breaks them, and how", () => {
  expectRules(checkTag, FIELDS);
});
