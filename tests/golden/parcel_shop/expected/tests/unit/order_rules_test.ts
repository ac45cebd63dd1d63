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
    field: "customer",
    required: true,
    takes: ["x", "x".repeat(80)],
    refuses: ["x".repeat(81), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "weightGrams",
    required: true,
    takes: [1, 40000],
    refuses: [1.5, null],
    breaks: [{ value: 0, message: "must be between 1 and 40000" }, {
      value: 40001,
      message: "must be between 1 and 40000",
    }],
  },
  {
    field: "zone",
    required: true,
    takes: ["domestic", "europe", "world"],
    refuses: ["no such value", null],
  },
  {
    field: "subtotal",
    required: true,
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  { field: "express", takes: [true], refuses: ["not this", null] },
  {
    field: "status",
    takes: ["open", "shipped"],
    refuses: ["no such value", null],
  },
  { field: "shippingCost", takes: [9.51, null], refuses: [9.501] },
];

Deno.test("the schema of an order takes what each field may hold, and nothing else", () => {
  expectBodies(ORDER_BODY, FIELDS);
  expectPatches(ORDER_PATCH, FIELDS);
});

Deno.test("the rules of an order say which field breaks them, and how", () => {
  expectRules(checkOrder, FIELDS);
});
