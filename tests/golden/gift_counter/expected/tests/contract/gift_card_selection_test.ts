/**
 * Reads of gift cards that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import {
  expectConstantCost,
  expectInclude,
  type IncludeAnswer,
} from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeGiftCard, makeUser } from "../samples.ts";
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
    who: "a user with the role manager",
    find: async (test) => (await makeUser(test.system, { role: "manager" })).id,
  },
];

Deno.test("GET /gift-cards answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeGiftCard(test.system);
  await expectSelection({
    client: test.client,
    path: "/gift-cards",
    id,
    fields: ["title", "amount", "status", "sellerId"],
    hidden: ["pin"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /gift-cards includes seller as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": { least: 1 },
    "another user": { least: 1 },
    "a user with the role manager": { least: 1 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = await makeGiftCard(test.system, { sellerId: owner.id });
      await expectInclude({
        path: "/gift-cards",
        name: "seller",
        kind: "one",
        others: "/users",
        field: "sellerId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});

Deno.test("GET /gift-cards costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const client = test.as(owner.id);
  await expectConstantCost({
    read: () => client.get("/gift-cards?limit=50&include=seller"),
    make: async () => {
      await makeGiftCard(test.system, { sellerId: owner.id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
