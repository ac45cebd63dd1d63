/**
 * What clients can rely on: PATCH merges the objects inside an order, and they hold nothing else than declared.
 *
 * @module
 */
import { expectMerged } from "../../kit/expect_objects.ts";
import type { Order } from "../../models/order.ts";
import { makeOrder } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("PATCH /orders/{id} merges the address", async () => {
  await using test = await startTestSystem();
  const made: Order = await makeOrder(test.system);
  await expectMerged(test, {
    path: `/orders/${made.id}`,
    before: made.address,
    field: "address",
    change: { street: "Changed" },
  });
});
