/**
 * Reads of members that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectConstantCost, expectInclude } from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeLoan, makeMember } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /members answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeMember(test.system);
  await expectSelection({
    client: test.client,
    path: "/members",
    id,
    fields: ["name", "email", "phone", "joinedDate"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /members includes loans", async () => {
  await using test = await startTestSystem();
  const { id } = await makeMember(test.system);
  await makeLoan(test.system, { memberId: id });
  await makeLoan(test.system, { memberId: id });
  await expectInclude({
    path: "/members",
    name: "loans",
    kind: "many",
    others: "/loans",
    field: "memberId",
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
    read: () => client.get("/members?limit=50&include=loans"),
    make: async () => {
      const { id } = await makeMember(test.system);
      await makeLoan(test.system, { memberId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
