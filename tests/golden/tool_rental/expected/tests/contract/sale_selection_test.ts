/**
 * Reads of sales that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeClient, makeSale } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /sales answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeSale(test.system);
  await expectSelection({
    client: test.client,
    path: "/sales",
    id,
    fields: ["status", "quantity", "points", "itemId", "clientId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /sales includes item", async () => {
  await using test = await startTestSystem();
  const { id } = await makeSale(test.system);
  await expectInclude({
    path: "/sales",
    name: "item",
    kind: "one",
    others: "/items",
    field: "itemId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /sales includes client", async () => {
  await using test = await startTestSystem();
  const { id } = await makeSale(test.system, {
    clientId: (await makeClient(test.system)).id,
  });
  await expectInclude({
    path: "/sales",
    name: "client",
    kind: "one",
    others: "/clients",
    field: "clientId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /sales costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/sales?limit=50&include=item,client"),
    make: async () => {
      await makeSale(test.system, {
        clientId: (await makeClient(test.system)).id,
      });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
