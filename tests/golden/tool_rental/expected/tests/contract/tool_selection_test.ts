/**
 * Reads of tools that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeRental, makeTool } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tools answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTool(test.system);
  await expectSelection({
    client: test.client,
    path: "/tools",
    id,
    fields: ["name", "broken"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /tools includes rentals", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTool(test.system);
  await makeRental(test.system, { toolId: id });
  await makeRental(test.system, { toolId: id });
  await expectInclude({
    path: "/tools",
    name: "rentals",
    kind: "many",
    others: "/rentals",
    field: "toolId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /tools costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/tools?limit=50&include=rentals"),
    make: async () => {
      const { id } = await makeTool(test.system);
      await makeRental(test.system, { toolId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
