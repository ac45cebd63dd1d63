/**
 * What folders may hold, field by field: their rules alone.
 *
 * @module
 */
import { expectRules, type FieldTrial } from "../../kit/expect_fields.ts";
import { checkFolder } from "../../validations/folder_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    takes: ["x", "x".repeat(200)],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the rules of a folder say which field breaks them, and how", () => {
  expectRules(checkFolder, FIELDS);
});
