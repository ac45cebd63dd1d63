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
    takes: ["x", "x".repeat(200)],
    refuses: ["x".repeat(201), null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "address",
    required: true,
    takes: [{
      street: "Some street",
      zip: "46141",
      country: "DE",
      floor: 1,
      place: { latitude: 1, longitude: 1 },
    }],
  },
  {
    field: "lines",
    takes: [[{
      article: "Some article",
      quantity: 1,
      price: 9.5,
      labels: ["Some labels"],
      leadTime: "PT1H30M",
    }]],
  },
  {
    field: "billing",
    takes: [{ name: "Some name", since: "2030-01-15T09:30:00.000Z" }],
  },
];

Deno.test("the schema of an order takes what each field may hold, and nothing else", () => {
  expectBodies(ORDER_BODY, FIELDS);
  expectPatches(ORDER_PATCH, FIELDS);
});

Deno.test("the rules of an order say which field breaks them, and how", () => {
  expectRules(checkOrder, FIELDS);
});
