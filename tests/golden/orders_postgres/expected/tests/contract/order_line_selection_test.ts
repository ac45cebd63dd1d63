/**
 * Reads of order lines that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeOrderLine } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /order-lines answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrderLine(test.system);
  await expectSelection({
    client: test.client,
    path: "/order-lines",
    id,
    fields: ["product", "quantity", "price", "orderId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /order-lines includes order", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrderLine(test.system);
  await expectInclude({
    path: "/order-lines",
    name: "order",
    kind: "one",
    others: "/orders",
    field: "orderId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /order-lines costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/order-lines?limit=50&include=order"),
    make: async () => {
      await makeOrderLine(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
