/**
 * What products may hold, field by field: their rules alone.
 *
 * @module
 */
import { expectRules, type FieldTrial } from "../../kit/expect_fields.ts";
import { checkProduct } from "../../validations/product_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    takes: ["x", "x".repeat(200)],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "price",
    takes: [0, 9.51, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  { field: "sku", takes: ["x", "x".repeat(200), null] },
  { field: "category", takes: ["x", "x".repeat(200), null] },
  { field: "isActive", takes: [true] },
];

Deno.test("the rules of a product say which field breaks them, and how", () => {
  expectRules(checkProduct, FIELDS);
});
