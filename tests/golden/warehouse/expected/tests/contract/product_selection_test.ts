/**
 * Reads of products that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeProduct, makeWithdrawal } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /products answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeProduct(test.system);
  await expectSelection({
    client: test.client,
    path: "/products",
    id,
    fields: ["sku", "title", "stock", "status", "supplierId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /products includes supplier", async () => {
  await using test = await startTestSystem();
  const { id } = await makeProduct(test.system);
  await expectInclude({
    path: "/products",
    name: "supplier",
    kind: "one",
    others: "/suppliers",
    field: "supplierId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /products includes withdrawals", async () => {
  await using test = await startTestSystem();
  const { id } = await makeProduct(test.system);
  await makeWithdrawal(test.system, { productId: id });
  await makeWithdrawal(test.system, { productId: id });
  await expectInclude({
    path: "/products",
    name: "withdrawals",
    kind: "many",
    others: "/withdrawals",
    field: "productId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /products costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/products?limit=50&include=supplier,withdrawals"),
    make: async () => {
      const { id } = await makeProduct(test.system);
      await makeWithdrawal(test.system, { productId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
