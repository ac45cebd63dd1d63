/**
 * What products may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { PRODUCT_BODY, PRODUCT_PATCH } from "../../schemas/product_schema.ts";
import { checkProduct } from "../../validations/product_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "sku",
    required: true,
    takes: ["EX-5064"],
    refuses: ["x".repeat(201), "~~~", null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "title",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "stock",
    takes: [0],
    refuses: [1.5, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  {
    field: "status",
    takes: ["offered", "withdrawn"],
    refuses: ["no such value", null],
  },
  {
    field: "supplierId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of a product takes what each field may hold, and nothing else", () => {
  expectBodies(PRODUCT_BODY, FIELDS);
  expectPatches(PRODUCT_PATCH, FIELDS);
});

Deno.test("the rules of a product say which field breaks them, and how", () => {
  expectRules(checkProduct, FIELDS);
});
