/**
 * What invoice lines may hold, field by field: their schema and their rules alone.
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
  INVOICE_LINE_BODY,
  INVOICE_LINE_PATCH,
} from "../../schemas/invoice_line_schema.ts";
import { checkInvoiceLine } from "../../validations/invoice_line_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "description",
    required: true,
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "quantity",
    required: true,
    takes: [1],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be at least 1" }],
  },
  {
    field: "unitPrice",
    required: true,
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  { field: "discount", takes: [9.51], refuses: [9.501, null] },
  { field: "taxRate", takes: [9.501, null], refuses: [9.5001] },
  { field: "amount", takes: [9.51], refuses: [9.501, null] },
  { field: "tax", takes: [90.26, null], refuses: [90.251] },
  { field: "total", takes: [99.76, null], refuses: [99.751] },
  { field: "perPiece", takes: [9.5001], refuses: [9.50001, null] },
  {
    field: "invoiceId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of an invoice line takes what each field may hold, and nothing else", () => {
  expectBodies(INVOICE_LINE_BODY, FIELDS);
  expectPatches(INVOICE_LINE_PATCH, FIELDS);
});

Deno.test("the rules of an invoice line say which field breaks them, and how", () => {
  expectRules(checkInvoiceLine, FIELDS);
});
