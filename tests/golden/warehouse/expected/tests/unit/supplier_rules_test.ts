/**
 * What suppliers may hold, field by field: their schema and their rules alone.
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
  SUPPLIER_BODY,
  SUPPLIER_PATCH,
} from "../../schemas/supplier_schema.ts";
import { checkSupplier } from "../../validations/supplier_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
];

Deno.test("the schema of a supplier takes what each field may hold, and nothing else", () => {
  expectBodies(SUPPLIER_BODY, FIELDS);
  expectPatches(SUPPLIER_PATCH, FIELDS);
});

Deno.test("the rules of a supplier say which field breaks them, and how", () => {
  expectRules(checkSupplier, FIELDS);
});
