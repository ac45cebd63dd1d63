/**
 * What the examples of the blueprint say of the logic of orders.
 *
 * @module
 */
import { logicComputation } from "../../kit/computed_logic.ts";
import {
  type ExampleGround,
  expectComputed,
} from "../../kit/logic_examples.ts";
import { ORDER_LOGIC_FIELDS } from "../../logic/order_logic.ts";
import { type Order, ORDER_SPEC } from "../../models/order.ts";

/** What an example does not give; ids, times and who asks are others each time. */
const GROUND: ExampleGround<Order> = {
  spec: ORDER_SPEC,
  sample: {
    id: "01890a5d-ac96-774b-bcce-b302099a8057",
    createdAt: "2030-01-01T00:00:00.000Z",
    updatedAt: "2030-01-01T00:00:00.000Z",
    customer: "Some customer",
    weightGrams: 1,
    zone: "domestic",
    subtotal: 9.5,
    express: false,
    status: "open",
    shippingCost: null,
  },
};

const compute = logicComputation(ORDER_SPEC, ORDER_LOGIC_FIELDS);

Deno.test('computeShippingCost gives 4.5 for an order with {"weightGrams":900,"zone":"domestic","subtotal":10,"express":false}', () =>
  expectComputed(GROUND, compute, {
    given: { weightGrams: 900, zone: "domestic", subtotal: 10, express: false },
    field: "shippingCost",
    gives: 4.5,
  }));

Deno.test('computeShippingCost gives 95 for an order with {"weightGrams":31000,"zone":"world","subtotal":10,"express":true}', () =>
  expectComputed(GROUND, compute, {
    given: { weightGrams: 31000, zone: "world", subtotal: 10, express: true },
    field: "shippingCost",
    gives: 95,
  }));
