/**
 * Reads of notes that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import {
  expectConstantCost,
  expectInclude,
  type IncludeAnswer,
} from "../../kit/expect_include.ts";
import { expectSelection } from "../../kit/expect_selection.ts";
import { makeNote, makeUser } from "../samples.ts";
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
  {
    who: "a user with the role admin",
    find: async (test) => (await makeUser(test.system, { role: "admin" })).id,
  },
];

Deno.test("GET /notes answers with the fields that are asked for", async () => {
  await using test = await startTestSystem();
  const { id } = await makeNote(test.system);
  await expectSelection({
    client: test.client,
    path: "/notes",
    id,
    fields: ["text", "notebookId", "keeperId"],
    reads: ["get", "list"],
  });
});

Deno.test("GET /notes includes notebook as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": {},
    "another user": {},
    "a user with the role editor": {},
    "a user with the role admin": {},
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = await makeNote(test.system, { keeperId: owner.id });
      await expectInclude({
        path: "/notes",
        name: "notebook",
        kind: "one",
        others: "/notebooks",
        field: "notebookId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});

Deno.test("GET /notes includes keeper as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": { least: 1 },
    "another user": { least: 1 },
    "a user with the role editor": { least: 1 },
    "a user with the role admin": { least: 1 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = await makeNote(test.system, { keeperId: owner.id });
      await expectInclude({
        path: "/notes",
        name: "keeper",
        kind: "one",
        others: "/users",
        field: "keeperId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});

Deno.test("GET /notes costs as many messages for many as for few, whatever it includes", async () => {
  await using test = await startTestSystem();
  const owner = await makeUser(test.system);
  const client = test.as(owner.id);
  await expectConstantCost({
    read: () => client.get("/notes?limit=50&include=notebook,keeper"),
    make: async () => {
      await makeNote(test.system, { keeperId: owner.id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
