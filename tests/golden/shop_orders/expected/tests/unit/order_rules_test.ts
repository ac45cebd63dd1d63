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
    takes: ["EX-5064"],
    refuses: ["x".repeat(201), "~~~", null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "status",
    takes: ["open", "paid", "shipped", "cancelled"],
    refuses: ["no such value", null],
  },
  {
    field: "total",
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  {
    field: "weight",
    takes: [0, 1000, null],
    refuses: ["not this"],
    breaks: [{ value: -1, message: "must be between 0 and 1000" }, {
      value: 1001,
      message: "must be between 0 and 1000",
    }],
  },
  {
    field: "items",
    takes: [1, 99],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be between 1 and 99" }, {
      value: 100,
      message: "must be between 1 and 99",
    }],
  },
  { field: "gift", takes: [true], refuses: ["not this", null] },
  {
    field: "paidAt",
    takes: ["2030-01-15T09:30:00.000Z", null],
    refuses: ["not this"],
  },
  { field: "pickup", takes: ["09:30:00", null], refuses: ["not this"] },
  {
    field: "tracking",
    takes: ["https://example.com/", null],
    refuses: ["https://example.com/" + "x".repeat(2049), "not this"],
  },
  { field: "extras", takes: [{ note: "anything" }, null] },
  {
    field: "customerId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
  {
    field: "referrerId",
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
