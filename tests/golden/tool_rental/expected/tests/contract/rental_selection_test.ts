/**
 * Reads of rentals that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeRental } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /rentals answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeRental(test.system);
  await expectSelection({
    client: test.client,
    path: "/rentals",
    id,
    fields: ["status", "startsAt", "endsAt", "person", "toolId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /rentals includes tool", async () => {
  await using test = await startTestSystem();
  const { id } = await makeRental(test.system);
  await expectInclude({
    path: "/rentals",
    name: "tool",
    kind: "one",
    others: "/tools",
    field: "toolId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /rentals costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/rentals?limit=50&include=tool"),
    make: async () => {
      await makeRental(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
