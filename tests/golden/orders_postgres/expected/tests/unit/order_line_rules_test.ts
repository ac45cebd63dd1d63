/**
 * What order lines may hold, field by field: their schema and their rules alone.
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
  ORDER_LINE_BODY,
  ORDER_LINE_PATCH,
} from "../../schemas/order_line_schema.ts";
import { checkOrderLine } from "../../validations/order_line_rules.ts";

const FIELDS: readonly FieldTrial[] = [
  {
    field: "product",
    required: true,
    takes: ["x", "x".repeat(100)],
    refuses: ["x".repeat(101), null],
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
    field: "price",
    required: true,
    takes: [0, 9.51],
    refuses: [9.501, null],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  {
    field: "orderId",
    required: true,
    takes: ["01890a5d-ac96-774b-bcce-b302099a8057"],
    refuses: ["not this", null],
  },
];

Deno.test("the schema of an order line takes what each field may hold, and nothing else", () => {
  expectBodies(ORDER_LINE_BODY, FIELDS);
  expectPatches(ORDER_LINE_PATCH, FIELDS);
});

Deno.test("the rules of an order line say which field breaks them, and how", () => {
  expectRules(checkOrderLine, FIELDS);
});
