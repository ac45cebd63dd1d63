/**
 * Reads of tickets that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeTicket } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /tickets answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTicket(test.system);
  await expectSelection({
    client: test.client,
    path: "/tickets",
    id,
    fields: ["seat", "status", "usedAt", "eventId"],
    hidden: ["pin"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /tickets includes event", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTicket(test.system);
  await expectInclude({
    path: "/tickets",
    name: "event",
    kind: "one",
    others: "/events",
    field: "eventId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /tickets costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/tickets?limit=50&include=event"),
    make: async () => {
      await makeTicket(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
