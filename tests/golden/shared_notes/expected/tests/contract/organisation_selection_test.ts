/**
 * Reads of organisations that ask for some fields only, or for what belongs to them.
 *
 * @module
 */
import { expectInclude, type IncludeAnswer } from "../../kit/expect_include.ts";
import { home, makeNote, makeNotebook, makeUser } from "../samples.ts";
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
    who: "a user with the role admin",
    find: async (test) => (await makeUser(test.system, { role: "admin" })).id,
  },
];

Deno.test("GET /organisations includes users as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": { least: 2 },
    "another user": { least: 2 },
    "a user with the role admin": { least: 2 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = await home(test.system);
      await makeUser(test.system, { organisationId: id });
      await makeUser(test.system, { organisationId: id });
      await expectInclude({
        path: "/organisations",
        name: "users",
        kind: "many",
        others: "/users",
        field: "organisationId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});

Deno.test("GET /organisations includes notebooks as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": { least: 1 },
    "another user": { least: 1 },
    "a user with the role admin": { least: 1 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = await home(test.system);
      await makeNotebook(test.system, { organisationId: id });
      await expectInclude({
        path: "/organisations",
        name: "notebooks",
        kind: "many",
        others: "/notebooks",
        field: "organisationId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});

Deno.test("GET /organisations includes notes as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": { least: 2 },
    "another user": { least: 2 },
    "a user with the role admin": { least: 2 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = await home(test.system);
      await makeNote(test.system, { authorId: owner.id, organisationId: id });
      await makeNote(test.system, { organisationId: id });
      await expectInclude({
        path: "/organisations",
        name: "notes",
        kind: "many",
        others: "/notes",
        field: "organisationId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});
