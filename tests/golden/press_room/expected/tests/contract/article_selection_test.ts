/**
 * Reads of articles that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import {
  expectConstantCost,
  expectInclude,
  type IncludeAnswer,
} from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
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

Deno.test("GET /articles answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeArticle(test.system);
  await expectSelection({
    client: test.client,
    path: "/articles",
    id,
    fields: ["title", "body", "section", "status", "authorId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /articles includes author as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": { least: 1 },
    "another user": { least: 1 },
    "a user with the role editor": { least: 1 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = await makeArticle(test.system, { authorId: owner.id });
      await expectInclude({
        path: "/articles",
        name: "author",
        kind: "one",
        others: "/users",
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

Deno.test("GET /articles costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const client = test.as(owner.id);
  await expectConstantCost({
    read: () => client.get("/articles?limit=50&include=author"),
    make: async () => {
      await makeArticle(test.system, { authorId: owner.id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
