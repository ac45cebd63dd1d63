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
import {
  makeArticle,
  makeComment,
  makeNote,
  makeNotebook,
  makeTip,
  makeUser,
} from "../samples.ts";
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

Deno.test("GET /users includes articles as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401, least: 1 },
    "the owner": { least: 1 },
    "another user": { least: 1 },
    "a user with the role editor": { least: 1 },
    "a user with the role admin": { least: 1 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = owner;
      await makeArticle(test.system, { status: "published", authorId: id });
      await makeArticle(test.system, { status: "draft", authorId: id });
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

Deno.test("GET /users includes comments as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401, least: 2 },
    "the owner": { least: 2 },
    "another user": { least: 2 },
    "a user with the role editor": { least: 2 },
    "a user with the role admin": { least: 2 },
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = owner;
      await makeComment(test.system, { writerId: id });
      await makeComment(test.system, { writerId: id });
      await expectInclude({
        path: "/users",
        name: "comments",
        kind: "many",
        others: "/comments",
        field: "writerId",
      }, {
        client: test.as(await find(test, owner.id)),
        id,
        reads: ["get", "list"],
        ...answers[who],
      });
    });
  }
});

Deno.test("GET /users includes notebooks as far as whoever asks may read them", async (t) => {
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
      const { id } = owner;
      await makeNotebook(test.system, { keeperId: id });
      await makeNotebook(test.system, { keeperId: id });
      await expectInclude({
        path: "/users",
        name: "notebooks",
        kind: "many",
        others: "/notebooks",
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

Deno.test("GET /users includes notes as far as whoever asks may read them", async (t) => {
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
      const { id } = owner;
      await makeNote(test.system, { keeperId: id });
      await makeNote(test.system, { keeperId: id });
      await expectInclude({
        path: "/users",
        name: "notes",
        kind: "many",
        others: "/notes",
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

Deno.test("GET /users includes tips as far as whoever asks may read them", async (t) => {
  const answers: Readonly<Record<string, IncludeAnswer>> = {
    "nobody who is signed in": { get: 401, list: 401 },
    "the owner": {},
    "another user": {},
    "a user with the role editor": { least: 2 },
    "a user with the role admin": {},
  };
  for (const { who, find } of ASKERS) {
    await t.step(who, async () => {
      await using test = await startTestSystem();
      const owner = await makeUser(test.system);
      const { id } = owner;
      await makeTip(test.system, { senderId: id });
      await makeTip(test.system, { senderId: id });
      await expectInclude({
        path: "/users",
        name: "tips",
        kind: "many",
        others: "/tips",
        field: "senderId",
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
    read: () =>
      client.get(
        "/users?limit=50&include=articles,comments,notebooks,notes,tips",
      ),
    make: async () => {
      const { id } = await makeUser(test.system);
      await makeArticle(test.system, { status: "published", authorId: id });
      await makeComment(test.system, { writerId: id });
      await makeNotebook(test.system, { keeperId: id });
      await makeNote(test.system, { keeperId: id });
      await makeTip(test.system, { senderId: id });
    },
    messages: () =>
      test.system.harness.metrics().channels.reduce(
        (sum, { sent }) => sum + sent,
        0,
      ),
  });
});
