/**
 * What invoices may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { INVOICE_BODY, INVOICE_PATCH } from "../../schemas/invoice_schema.ts";
import { checkInvoice } from "../../validations/invoice_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "number",
    required: true,
    takes: ["x", "x".repeat(20)],
    refuses: ["x".repeat(21), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "status",
    takes: ["draft", "sent", "paid"],
    refuses: ["no such value", null],
  },
  {
    field: "sentAt",
    takes: ["2030-01-15T09:30:00.000Z", null],
    refuses: ["not this"],
  },
  {
    field: "accessCode",
    takes: ["x", "x".repeat(20), null],
    refuses: ["x".repeat(21)],
  },
];

Deno.test("the schema of an invoice takes what each field may hold, and nothing else", () => {
  expectBodies(INVOICE_BODY, FIELDS);
  expectPatches(INVOICE_PATCH, FIELDS);
});

Deno.test("the rules of an invoice say which field breaks them, and how", () => {
  expectRules(checkInvoice, FIELDS);
});
