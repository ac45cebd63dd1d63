/**
 * What bills may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { BILL_BODY, BILL_PATCH } from "../../schemas/bill_schema.ts";
import { checkBill } from "../../validations/bill_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "code",
    required: true,
    takes: ["x", "x".repeat(20)],
    refuses: ["x".repeat(21), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "payer",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "status",
    takes: ["open", "paid"],
    refuses: ["no such value", null],
  },
  { field: "dueOn", takes: ["2030-01-15", null], refuses: ["not this"] },
  {
    field: "inner",
    takes: ["x", "x".repeat(40), null],
    refuses: ["x".repeat(41)],
  },
];

Deno.test("the schema of a bill takes what each field may hold, and nothing else", () => {
  expectBodies(BILL_BODY, FIELDS);
  expectPatches(BILL_PATCH, FIELDS);
});

Deno.test("the rules of a bill say which field breaks them, and how", () => {
  expectRules(checkBill, FIELDS);
});
