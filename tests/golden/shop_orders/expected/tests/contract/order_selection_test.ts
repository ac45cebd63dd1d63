/**
 * Reads of orders that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeCustomer, makeOrder } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /orders answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrder(test.system);
  await expectSelection({
    client: test.client,
    path: "/orders",
    id,
    fields: [
      "number",
      "status",
      "total",
      "weight",
      "items",
      "gift",
      "paidAt",
      "pickup",
      "tracking",
      "extras",
      "customerId",
      "referrerId",
    ],
    reads: ["get", "list"],
  });
});

Deno.test("GET /orders includes customer", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrder(test.system);
  await expectInclude({
    path: "/orders",
    name: "customer",
    kind: "one",
    others: "/customers",
    field: "customerId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /orders includes referrer", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrder(test.system, {
    referrerId: (await makeCustomer(test.system)).id,
  });
  await expectInclude({
    path: "/orders",
    name: "referrer",
    kind: "one",
    others: "/customers",
    field: "referrerId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /orders costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/orders?limit=50&include=customer,referrer"),
    make: async () => {
      await makeOrder(test.system, {
        referrerId: (await makeCustomer(test.system)).id,
      });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
