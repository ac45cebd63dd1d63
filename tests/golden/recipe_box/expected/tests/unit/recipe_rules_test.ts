/**
 * What recipes may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { RECIPE_BODY, RECIPE_PATCH } from "../../schemas/recipe_schema.ts";
import { checkRecipe } from "../../validations/recipe_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(100)],
    refuses: ["x".repeat(101), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "steps",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
];

Deno.test("the schema of a recipe takes what each field may hold, and nothing else", () => {
  expectBodies(RECIPE_BODY, FIELDS);
  expectPatches(RECIPE_PATCH, FIELDS);
});

Deno.test("the rules of a recipe say which field breaks them, and how", () => {
  expectRules(checkRecipe, FIELDS);
});
