/**
 * Reads of customers that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeCustomer, makeOrder } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /customers answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeCustomer(test.system);
  await expectSelection({
    client: test.client,
    path: "/customers",
    id,
    fields: ["name", "email", "since"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /customers includes ordersByCustomer", async () => {
  await using test = await startTestSystem();
  const { id } = await makeCustomer(test.system);
  await makeOrder(test.system, { customerId: id });
  await makeOrder(test.system, { customerId: id });
  await expectInclude({
    path: "/customers",
    name: "ordersByCustomer",
    kind: "many",
    others: "/orders",
    field: "customerId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /customers includes ordersByReferrer", async () => {
  await using test = await startTestSystem();
  const { id } = await makeCustomer(test.system);
  await makeOrder(test.system, { referrerId: id });
  await makeOrder(test.system, { referrerId: id });
  await expectInclude({
    path: "/customers",
    name: "ordersByReferrer",
    kind: "many",
    others: "/orders",
    field: "referrerId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /customers costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () =>
      client.get(
        "/customers?limit=50&include=ordersByCustomer,ordersByReferrer",
      ),
    make: async () => {
      const { id } = await makeCustomer(test.system);
      await makeOrder(test.system, { customerId: id });
      await makeOrder(test.system, { referrerId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
