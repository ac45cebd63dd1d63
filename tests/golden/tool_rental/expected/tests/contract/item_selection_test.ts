/**
 * Reads of items that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeItem, makeSale } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /items answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeItem(test.system);
  await expectSelection({
    client: test.client,
    path: "/items",
    id,
    fields: ["name", "stock"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /items includes sales", async () => {
  await using test = await startTestSystem();
  const { id } = await makeItem(test.system);
  await makeSale(test.system, { itemId: id });
  await makeSale(test.system, { itemId: id });
  await expectInclude({
    path: "/items",
    name: "sales",
    kind: "many",
    others: "/sales",
    field: "itemId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /items costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/items?limit=50&include=sales"),
    make: async () => {
      const { id } = await makeItem(test.system);
      await makeSale(test.system, { itemId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
