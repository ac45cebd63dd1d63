/**
 * Reads of groups that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeEvent, makeGroup } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /groups answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeGroup(test.system);
  await expectSelection({
    client: test.client,
    path: "/groups",
    id,
    fields: ["order", "select", "class", "default", "newValue"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /groups includes events", async () => {
  await using test = await startTestSystem();
  const { id } = await makeGroup(test.system);
  await makeEvent(test.system, { groupId: id });
  await makeEvent(test.system, { groupId: id });
  await expectInclude({
    path: "/groups",
    name: "events",
    kind: "many",
    others: "/events",
    field: "groupId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /groups costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/groups?limit=50&include=events"),
    make: async () => {
      const { id } = await makeGroup(test.system);
      await makeEvent(test.system, { groupId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
