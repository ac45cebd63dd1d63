/**
 * Reads of events that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeEvent } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /events answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEvent(test.system);
  await expectSelection({
    client: test.client,
    path: "/events",
    id,
    fields: ["request", "groupId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /events includes group", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEvent(test.system);
  await expectInclude({
    path: "/events",
    name: "group",
    kind: "one",
    others: "/groups",
    field: "groupId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /events costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/events?limit=50&include=group"),
    make: async () => {
      await makeEvent(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
