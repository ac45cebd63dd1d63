/**
 * What customers may hold, field by field: their schema and their rules alone.
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
  CUSTOMER_BODY,
  CUSTOMER_PATCH,
} from "../../schemas/customer_schema.ts";
import { checkCustomer } from "../../validations/customer_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "email",
    required: true,
    takes: ["someone@example.com"],
    refuses: ["x".repeat(255) + "@example.com", "not this", null],
  },
  {
    field: "name",
    required: true,
    takes: ["x", "x".repeat(120)],
    refuses: ["x".repeat(121), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  { field: "born", takes: ["2030-01-15", null], refuses: ["not this"] },
  {
    field: "website",
    takes: ["https://example.com/", null],
    refuses: ["https://example.com/" + "x".repeat(2049), "not this"],
  },
];

Deno.test("the schema of a customer takes what each field may hold, and nothing else", () => {
  expectBodies(CUSTOMER_BODY, FIELDS);
  expectPatches(CUSTOMER_PATCH, FIELDS);
});

Deno.test("the rules of a customer say which field breaks them, and how", () => {
  expectRules(checkCustomer, FIELDS);
});
