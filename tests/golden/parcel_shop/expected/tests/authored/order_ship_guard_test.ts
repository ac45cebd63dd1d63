import assert from "node:assert/strict";
import { guardShip } from "../../logic/order_logic.ts";
import type { Order } from "../../models/order.ts";

const ORDER: Order = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  customer: "Some",
  weightGrams: 1000,
  zone: "domestic",
  subtotal: 10,
  express: false,
  status: "open",
  shippingCost: 10,
};
const CONTEXT = { operation: "ship", now: "2030-01-01T00:00:00.000Z" };

Deno.test("refuses only when shipping costs more than the goods", () => {
  assert.equal(guardShip(ORDER, CONTEXT), undefined);
  assert.equal(
    guardShip({ ...ORDER, shippingCost: 10.01 }, CONTEXT),
    "Shipping costs 10.01, more than the subtotal.",
  );
});
