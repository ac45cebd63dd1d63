/**
 * Reads of withdrawals that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeWithdrawal } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /withdrawals answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeWithdrawal(test.system);
  await expectSelection({
    client: test.client,
    path: "/withdrawals",
    id,
    fields: ["quantity", "status", "productId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /withdrawals includes product", async () => {
  await using test = await startTestSystem();
  const { id } = await makeWithdrawal(test.system);
  await expectInclude({
    path: "/withdrawals",
    name: "product",
    kind: "one",
    others: "/products",
    field: "productId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /withdrawals costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/withdrawals?limit=50&include=product"),
    make: async () => {
      await makeWithdrawal(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
