/**
 * Reads of tickets that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import {
  expectConstantCost,
  expectInclude,
  type IncludeAnswer,
} from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeTicket, makeUser } from "../samples.ts";
import { startTestSystem, type TestSystem } from "../test_system.ts";

/** Who asks, given whom the entities belong to: the id of the user. */
const ASKERS: readonly {
  readonly who: string;
  readonly find: (
    test: TestSystem,
    owner: string,
  ) => Promise<string | undefined>;
}[] = [
  { who: "nobody who is signed in", find: () => Promise.resolve(undefined) },
  { who: "the owner", find: (_test, owner) => Promise.resolve(owner) },
  {
    who: "another user",
    find: async (test) => (await makeUser(test.system)).id,
  },
  {
    who: "a user with the role agent",
    find: async (test) => (await makeUser(test.system, { role: "agent" })).id,
  },
];

Deno.test("GET /tickets answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeTicket(test.system);
  await expectSelection({
    client: test.client,
    path: "/tickets",
    id,
    fields: ["title", "slug", "status", "customerId"],
    hidden: ["secret"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /tickets includes customer as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": { least: 1 },
    "another user": { least: 1 },
    "a user with the role agent": { least: 1 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = await makeTicket(test.system, { customerId: owner.id });
      await expectInclude({
        path: "/tickets",
        name: "customer",
        kind: "one",
        others: "/users",
        field: "customerId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});

Deno.test("GET /tickets costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const client = test.as(owner.id);
  await expectConstantCost({
    read: () => client.get("/tickets?limit=50&include=customer"),
    make: async () => {
      await makeTicket(test.system, { customerId: owner.id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
