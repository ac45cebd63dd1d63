/**
 * What orders may hold, field by field: their schema and their rules alone.
 *
 * @module
 */
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "../../kit/expect_fields.ts";
import { ORDER_BODY, ORDER_PATCH } from "../../schemas/order_schema.ts";
import { checkOrder } from "../../validations/order_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "number",
    required: true,
    takes: ["x", "x".repeat(20)],
    refuses: ["x".repeat(21), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "total",
    required: true,
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  { field: "weight", takes: [1, null], refuses: ["not this"] },
  {
    field: "units",
    takes: [1],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be at least 1" }],
  },
  {
    field: "status",
    takes: ["open", "paid", "shipped"],
    refuses: ["no such value", null],
  },
  { field: "express", takes: [true], refuses: ["not this", null] },
  { field: "dueOn", takes: ["2030-01-15", null], refuses: ["not this"] },
  {
    field: "paidAt",
    takes: ["2030-01-15T09:30:00.000Z", null],
    refuses: ["not this"],
  },
  { field: "callAt", takes: ["09:30:00", null], refuses: ["not this"] },
  {
    field: "note",
    takes: ["x", "x".repeat(10000), null],
    refuses: ["x".repeat(10001)],
  },
  { field: "extra", takes: [{ note: "anything" }, null] },
  {
    field: "customerId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "replacesId",
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057", null],
    refuses: ["not this"],
  },
];

Deno.test("the schema of an order takes what each field may hold, and nothing else", () => {
  expectBodies(ORDER_BODY, FIELDS);
  expectPatches(ORDER_PATCH, FIELDS);
});

Deno.test("the rules of an order say which field breaks them, and how", () => {
  expectRules(checkOrder, FIELDS);
});
