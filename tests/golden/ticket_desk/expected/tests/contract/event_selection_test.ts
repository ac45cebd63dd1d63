/**
 * Reads of events that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeEvent, makeTicket } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /events answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEvent(test.system);
  await expectSelection({
    client: test.client,
    path: "/events",
    id,
    fields: ["title"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /events includes tickets", async () => {
  await using test = await startTestSystem();
  const { id } = await makeEvent(test.system);
  await makeTicket(test.system, { eventId: id });
  await makeTicket(test.system, { eventId: id });
  await expectInclude({
    path: "/events",
    name: "tickets",
    kind: "many",
    others: "/tickets",
    field: "eventId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /events costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/events?limit=50&include=tickets"),
    make: async () => {
      const { id } = await makeEvent(test.system);
      await makeTicket(test.system, { eventId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
