/**
 * Reads of apis that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeAPI, makeSQL } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /apis answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeAPI(test.system);
  await expectSelection({
    client: test.client,
    path: "/apis",
    id,
    fields: ["n"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /apis includes sqls", async () => {
  await using test = await startTestSystem();
  const { id } = await makeAPI(test.system);
  await makeSQL(test.system, { apiId: id });
  await makeSQL(test.system, { apiId: id });
  await expectInclude({
    path: "/apis",
    name: "sqls",
    kind: "many",
    others: "/sqls",
    field: "apiId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /apis costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/apis?limit=50&include=sqls"),
    make: async () => {
      const { id } = await makeAPI(test.system);
      await makeSQL(test.system, { apiId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
