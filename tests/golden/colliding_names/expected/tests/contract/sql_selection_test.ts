/**
 * Reads of sqls that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeSQL } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /sqls answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeSQL(test.system);
  await expectSelection({
    client: test.client,
    path: "/sqls",
    id,
    fields: ["s", "apiId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /sqls includes api", async () => {
  await using test = await startTestSystem();
  const { id } = await makeSQL(test.system);
  await expectInclude({
    path: "/sqls",
    name: "api",
    kind: "one",
    others: "/apis",
    field: "apiId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /sqls costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/sqls?limit=50&include=api"),
    make: async () => {
      await makeSQL(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
