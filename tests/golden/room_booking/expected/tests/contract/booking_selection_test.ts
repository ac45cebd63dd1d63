/**
 * Reads of bookings that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeBooking } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /bookings answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBooking(test.system);
  await expectSelection({
    client: test.client,
    path: "/bookings",
    id,
    fields: ["startsAt", "status", "guest", "seat", "roomId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /bookings includes room", async () => {
  await using test = await startTestSystem();
  const { id } = await makeBooking(test.system);
  await expectInclude({
    path: "/bookings",
    name: "room",
    kind: "one",
    others: "/rooms",
    field: "roomId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 1 },
  });
});

Deno.test("GET /bookings costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/bookings?limit=50&include=room"),
    make: async () => {
      await makeBooking(test.system);
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
