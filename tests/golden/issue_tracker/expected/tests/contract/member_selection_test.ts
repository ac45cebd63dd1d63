/**
 * Reads of members that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeMember, makeTicket } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /members answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeMember(test.system);
  await expectSelection({
    client: test.client,
    path: "/members",
    id,
    fields: ["username", "name"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /members includes tickets", async () => {
  await using test = await startTestSystem();
  const { id } = await makeMember(test.system);
  await makeTicket(test.system, { assigneeId: id });
  await makeTicket(test.system, { assigneeId: id });
  await expectInclude({
    path: "/members",
    name: "tickets",
    kind: "many",
    others: "/tickets",
    field: "assigneeId",
  }, {
    client: test.client,
    id,
    reads: ["get", "list"],
    ...{ least: 2 },
  });
});

Deno.test("GET /members costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const { client } = test;
  await expectConstantCost({
    read: () => client.get("/members?limit=50&include=tickets"),
    make: async () => {
      const { id } = await makeMember(test.system);
      await makeTicket(test.system, { assigneeId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
