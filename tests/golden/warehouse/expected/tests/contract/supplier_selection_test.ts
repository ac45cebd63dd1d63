/**
 * Reads of suppliers that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeProduct, makeSupplier } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /suppliers answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeSupplier(test.system);
  await expectSelection({
    client: test.client,
    path: "/suppliers",
    id,
    fields: ["name"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /suppliers includes products", async () => {
  await using test = await startTestSystem();
  const { id } = await makeSupplier(test.system);
  await makeProduct(test.system, { supplierId: id });
  await makeProduct(test.system, { supplierId: id });
  await expectInclude({
    path: "/suppliers",
    name: "products",
    kind: "many",
    others: "/products",
    field: "supplierId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /suppliers costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/suppliers?limit=50&include=products"),
    make: async () => {
      const { id } = await makeSupplier(test.system);
      await makeProduct(test.system, { supplierId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
