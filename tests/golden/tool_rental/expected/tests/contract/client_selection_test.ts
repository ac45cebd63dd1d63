/**
 * Reads of clients that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeClient, makeSale } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /clients answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeClient(test.system);
  await expectSelection({
    client: test.client,
    path: "/clients",
    id,
    fields: ["name", "credit"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /clients includes sales", async () => {
  await using test = await startTestSystem();
  const { id } = await makeClient(test.system);
  await makeSale(test.system, { clientId: id });
  await makeSale(test.system, { clientId: id });
  await expectInclude({
    path: "/clients",
    name: "sales",
    kind: "many",
    others: "/sales",
    field: "clientId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /clients costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/clients?limit=50&include=sales"),
    make: async () => {
      const { id } = await makeClient(test.system);
      await makeSale(test.system, { clientId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
