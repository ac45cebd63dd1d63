/**
 * Reads of rooms that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeBooking, makeRoom } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /rooms answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeRoom(test.system);
  await expectSelection({
    client: test.client,
    path: "/rooms",
    id,
    fields: ["building", "number", "kind"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /rooms includes bookings", async () => {
  await using test = await startTestSystem();
  const { id } = await makeRoom(test.system);
  await makeBooking(test.system, { roomId: id });
  await expectInclude({
    path: "/rooms",
    name: "bookings",
    kind: "many",
    others: "/bookings",
    field: "roomId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /rooms costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/rooms?limit=50&include=bookings"),
    make: async () => {
      const { id } = await makeRoom(test.system);
      await makeBooking(test.system, { roomId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
