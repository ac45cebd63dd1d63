/**
 * Reads of orders that ask for some fields only.
 *
 * @module
 */
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeOrder } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /orders answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrder(test.system);
  await expectSelection({
    client: test.client,
    path: "/orders",
    id,
    fields: [
      "customer",
      "weightGrams",
      "zone",
      "subtotal",
      "express",
      "status",
      "shippingCost",
    ],
    reads: ["get", "list"],
  });
});
