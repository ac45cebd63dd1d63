/**
 * Reads of users that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import {
  expectConstantCost,
  expectInclude,
  type IncludeAnswer,
} from "../../kit/expect_include.ts";
import { makeArticle, makeUser } from "../samples.ts";
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
    who: "a user with the role editor",
    find: async (test) => (await makeUser(test.system, { role: "editor" })).id,
  },
];

Deno.test("GET /users includes articles as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": { least: 2 },
    "another user": { least: 2 },
    "a user with the role editor": { least: 2 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = owner;
      await makeArticle(test.system, { authorId: id });
      await makeArticle(test.system, { authorId: id });
      await expectInclude({
        path: "/users",
        name: "articles",
        kind: "many",
        others: "/articles",
        field: "authorId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});

Deno.test("GET /users costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const client = test.as(owner.id);
  await expectConstantCost({
    read: () => client.get("/users?limit=50&include=articles"),
    make: async () => {
      const { id } = await makeUser(test.system);
      await makeArticle(test.system, { authorId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
