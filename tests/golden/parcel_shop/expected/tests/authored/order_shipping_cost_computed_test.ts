import assert from "node:assert/strict";
import { computeShippingCost } from "../../logic/order_logic.ts";

const ORDER = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  customer: "Some",
  weightGrams: 1000,
  zone: "domestic",
  subtotal: 10,
  express: false,
  status: "open",
} as const;

Deno.test("one kilogram costs the base price of its zone", () => {
  assert.equal(computeShippingCost(ORDER), 4.5);
  assert.equal(computeShippingCost({ ...ORDER, zone: "europe" }), 9);
  assert.equal(computeShippingCost({ ...ORDER, zone: "world" }), 19);
});

Deno.test("each begun kilogram beyond the first costs 0.80", () => {
  assert.equal(computeShippingCost({ ...ORDER, weightGrams: 1001 }), 5.3);
  assert.equal(computeShippingCost({ ...ORDER, weightGrams: 2000 }), 5.3);
  assert.equal(computeShippingCost({ ...ORDER, weightGrams: 2001 }), 6.1);
});

Deno.test("domestic orders of 60 or more are free, but not express", () => {
  assert.equal(computeShippingCost({ ...ORDER, subtotal: 60 }), 0);
  assert.equal(computeShippingCost({ ...ORDER, subtotal: 59.99 }), 4.5);
  assert.equal(
    computeShippingCost({ ...ORDER, subtotal: 60, zone: "europe" }),
    9,
  );
  assert.equal(
    computeShippingCost({ ...ORDER, subtotal: 60, express: true }),
    9,
  );
});

Deno.test("more than 30 kg to the world cost 95", () => {
  assert.equal(
    computeShippingCost({
      ...ORDER,
      zone: "world",
      weightGrams: 30001,
      express: true,
    }),
    95,
  );
  assert.equal(
    computeShippingCost({ ...ORDER, zone: "world", weightGrams: 30000 }),
    42.2,
  );
});
