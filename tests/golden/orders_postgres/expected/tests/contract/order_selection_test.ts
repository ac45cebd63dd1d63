/**
 * Reads of orders that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeOrder, makeOrderLine } from "../samples.ts";
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
      "total",
      "weight",
      "units",
      "status",
      "express",
      "dueOn",
      "paidAt",
      "callAt",
      "note",
      "extra",
      "customerId",
      "replacesId",
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

Deno.test("GET /orders includes replaces", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrder(test.system, {
    replacesId: (await makeOrder(test.system)).id,
  });
  await expectInclude({
    path: "/orders",
    name: "replaces",
    kind: "one",
    others: "/orders",
    field: "replacesId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /orders includes orders", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrder(test.system);
  await makeOrder(test.system, { replacesId: id });
  await makeOrder(test.system, { replacesId: id });
  await expectInclude({
    path: "/orders",
    name: "orders",
    kind: "many",
    others: "/orders",
    field: "replacesId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /orders includes orderLines", async () => {
  await using test = await startTestSystem();
  const { id } = await makeOrder(test.system);
  await makeOrderLine(test.system, { orderId: id });
  await makeOrderLine(test.system, { orderId: id });
  await expectInclude({
    path: "/orders",
    name: "orderLines",
    kind: "many",
    others: "/order-lines",
    field: "orderId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /orders costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () =>
      client.get(
        "/orders?limit=50&include=customer,replaces,orders,orderLines",
      ),
    make: async () => {
      const { id } = await makeOrder(test.system, {
        replacesId: (await makeOrder(test.system)).id,
      });
      await makeOrder(test.system, { replacesId: id });
      await makeOrderLine(test.system, { orderId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
