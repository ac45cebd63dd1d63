import { assert, assertEquals } from "@std/assert";
import {
  type Account,
  firstUser,
  promote,
  signInFirst,
  signUp,
} from "./accounts.ts";
import type { ExampleSystem } from "./example_system.ts";
import type { Answer, Json } from "./json_client.ts";
import { type Scenarios, testExample } from "./system_tests.ts";

const SCENARIOS: Scenarios = {
  "anybody reads, members write": async (system) => {
    const { member } = await people(system);
    const guest = system.client();
    (await guest.post("/threads", { title: "Hello" })).is(401);
    const thread = (await member.api.post("/threads", { title: "Hello" })).is(
      201,
    );
    assertEquals(thread.at("authorId"), member.id);
    assertEquals([thread.at("pinned"), thread.at("locked")], [false, false]);
    const id = thread.textAt("id");
    (await guest.post("/posts", { threadId: id, body: "x" })).is(401);
    const post = await posted(member, id, "First");
    assertEquals(
      (await guest.get(`/posts/${post}`)).is(200).at("body"),
      "First",
    );
    assertEquals(await bodiesIn(system, id), ["First"]);
    for (
      const wrong of [
        { title: "" },
        {},
        { title: "x", locked: true },
        { title: "x", pinned: true },
        { title: "x", authorId: crypto.randomUUID() },
      ]
    ) (await member.api.post("/threads", wrong)).is(422);
    for (
      const wrong of [{ body: "x" }, { threadId: id }, {
        threadId: id,
        body: "",
      }]
    ) {
      (await member.api.post("/posts", wrong)).is(422);
    }
  },
  "only whoever wrote it edits it": async (system) => {
    const { member, other, moderator } = await people(system);
    const thread = await threadOf(member);
    const post = await posted(member, thread, "Mine");
    for (const who of [other, moderator]) {
      (await who.api.patch(`/posts/${post}`, { body: "Theirs" })).is(403);
      (await who.api.patch(`/threads/${thread}`, { title: "Theirs" })).is(403);
    }
    const edited =
      (await member.api.patch(`/posts/${post}`, { body: "Mine, edited" })).is(
        200,
      );
    assertEquals(edited.at("body"), "Mine, edited");
    assert(edited.textAt("updatedAt") >= edited.textAt("createdAt"));
    (await member.api.patch(`/threads/${thread}`, { title: "Other title" })).is(
      200,
    );
    (await member.api.patch(`/threads/${thread}`, { locked: true })).is(422);
    (await member.api.patch(`/posts/${post}`, { authorId: other.id })).is(422);
  },
  "moderators pin and lock, members do not": async (system) => {
    const { member, moderator } = await people(system);
    const [first, second] = [await threadOf(member), await threadOf(member)];
    for (const action of ["pin", "unpin", "lock", "unlock"]) {
      (await member.api.post(`/threads/${first}/${action}`)).is(403);
      (await system.client().post(`/threads/${first}/${action}`)).is(401);
    }
    const act = async (action: string) =>
      (await moderator.api.post(`/threads/${first}/${action}`)).is(200);
    assertEquals((await act("lock")).at("locked"), true);
    assertEquals((await act("lock")).at("locked"), true);
    assertEquals((await act("unlock")).at("locked"), false);
    assertEquals((await act("pin")).at("pinned"), true);
    const order = (await system.client().get("/threads?limit=200")).is(200);
    const ids = order.listAt("items").map((_, index) =>
      order.at(`items.${index}.id`)
    );
    assert(
      ids.indexOf(first) < ids.indexOf(second),
      "what is pinned comes first",
    );
    assertEquals((await act("unpin")).at("pinned"), false);
  },
  "a hidden post is seen by moderators and whoever wrote it": async (
    system,
  ) => {
    const { member, other, moderator } = await people(system);
    const thread = await threadOf(member);
    const word = `w${crypto.randomUUID().slice(0, 8)}`;
    const path = `/posts/${await posted(member, thread, `Rude ${word}`)}`;
    const id = path.slice("/posts/".length);
    await posted(other, thread, "After");
    for (const who of [member, other]) {
      (await who.api.post(`${path}/hide`)).is(403);
    }
    (await system.client().post(`${path}/hide`)).is(401);
    (await member.api.patch(path, { hidden: true })).is(422);
    const hidden = (await moderator.api.post(`${path}/hide`)).is(200);
    assertEquals(hidden.at("hidden"), true);
    const found = async (api: Account["api"], query: string) =>
      (await api.get(`/posts?${query}`)).is(200).listAt("items").length;
    const queries = [`threadId=${thread}`, `q=${word}`, `sort=-createdAt`];
    for (const api of [system.client(), other.api]) {
      (await api.get(path)).is(404);
      assertEquals(await found(api, `threadId=${thread}`), 1);
      assertEquals(await found(api, `q=${word}`), 0);
      assertEquals(await found(api, "hidden=true"), 0);
    }
    for (const api of [member.api, moderator.api]) {
      (await api.get(path)).is(200);
      assertEquals(await found(api, `threadId=${thread}`), 2);
      assertEquals(await found(api, `q=${word}`), 1);
    }
    for (const query of queries) {
      const first = (await other.api.get(`/posts?limit=1&${query}`)).is(200);
      assert(!first.text.includes(word), query);
    }
    (await other.api.patch(path, { body: "Nice" })).is(404);
    (await other.api.post("/reports", { postId: id, reason: "x" })).is(422);
    (await member.api.patch(path, { body: `Nice ${word}` })).is(200);
    (await moderator.api.post("/reports", { postId: id, reason: "x" })).is(201);
    const shown = (await moderator.api.post(`${path}/show`)).is(200);
    assertEquals(shown.at("hidden"), false);
    (await system.client().get(path)).is(200);
    assertEquals(await found(other.api, `q=${word}`), 1);
  },
  "a removed post is nowhere, and comes back as it was": async (system) => {
    const { member, other, moderator } = await people(system);
    const thread = await threadOf(member);
    const word = `w${crypto.randomUUID().slice(0, 8)}`;
    await posted(member, thread, "Before");
    const post = await posted(member, thread, `Rude ${word}`);
    await posted(member, thread, "After");
    const path = `/posts/${post}`;
    const before = (await system.client().get(path)).is(200);
    for (const who of [member, other]) (await who.api.delete(path)).is(403);
    (await moderator.api.delete(path)).is(204);
    for (const client of [system.client(), member.api, other.api]) {
      (await client.get(path)).is(404);
      const found = (await client.get(`/posts?q=${word}`)).is(200);
      assertEquals(found.listAt("items"), []);
    }
    assertEquals(await bodiesIn(system, thread), ["Before", "After"]);
    (await member.api.patch(path, { body: "Nice" })).is(404);
    (await moderator.api.delete(path)).is(404);
    (await other.api.post("/reports", { postId: post, reason: "x" })).is(422);
    for (const who of [member, other]) {
      const answer = await who.api.post(`${path}/restore`);
      assert([403, 404].includes(answer.status), answer.text);
    }
    (await system.client().post(`${path}/restore`)).is(401);
    const restored = (await moderator.api.post(`${path}/restore`)).is(200);
    assertEquals(plain(restored), plain(before));
    assertEquals(
      plain((await system.client().get(path)).is(200)),
      plain(before),
    );
    assertEquals(await bodiesIn(system, thread), [
      "Before",
      `Rude ${word}`,
      "After",
    ]);
    (await moderator.api.post(`/posts/${crypto.randomUUID()}/restore`)).is(404);
  },
  "nobody writes in a locked thread": async (system) => {
    const { member, other, moderator } = await people(system);
    const [locked, open] = [await threadOf(member), await threadOf(member)];
    const post = `/posts/${await posted(member, locked, "Before")}`;
    const away = `/posts/${await posted(member, open, "Elsewhere")}`;
    const late = { threadId: locked, body: "Late" };
    (await moderator.api.post(`/threads/${locked}/lock`)).is(200);
    for (const who of [member, other, moderator]) {
      (await who.api.post("/posts", late)).is(409);
    }
    (await member.api.patch(post, { body: "Changed" })).is(409);
    (await member.api.patch(post, { threadId: open })).is(409);
    (await member.api.patch(away, { threadId: locked })).is(409);
    (await other.api.patch(post, { body: "Theirs" })).is(403);
    assertEquals(await bodiesIn(system, locked), ["Before"]);
    (await moderator.api.delete(post)).is(204);
    (await moderator.api.post(`${post}/restore`)).is(200);
    (await moderator.api.post(`/threads/${locked}/unlock`)).is(200);
    (await member.api.post("/posts", late)).is(201);
    (await member.api.patch(post, { body: "Changed" })).is(200);
  },
  "once a thread is locked, nothing is added": async (system) => {
    const { member, moderator } = await people(system);
    const thread = await threadOf(member);
    const lock = moderator.api.post(`/threads/${thread}/lock`);
    const writes = Array.from(
      { length: 12 },
      (_, n) =>
        member.api.post("/posts", { threadId: thread, body: `Post ${n}` }),
    );
    (await lock).is(200);
    const there = (await bodiesIn(system, thread)).length;
    for (const { status, text } of await Promise.all(writes)) {
      assert([201, 409].includes(status), text);
    }
    assertEquals((await bodiesIn(system, thread)).length, there);
  },
  "a post is hidden once, though many hide it": async (system) => {
    const { member, moderator } = await people(system);
    const post = await posted(member, await threadOf(member), "Spam");
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => moderator.api.delete(`/posts/${post}`)),
    );
    const done = answers.filter(({ status }) => status === 204).length;
    const gone = answers.filter(({ status }) => status === 404).length;
    assertEquals([done, gone], [1, 5]);
    (await moderator.api.post(`/posts/${post}/restore`)).is(200);
    (await system.client().get(`/posts/${post}`)).is(200);
  },
  "reports are seen by whoever made them and by moderators": async (system) => {
    const { member, other, moderator } = await people(system);
    const post = await posted(member, await threadOf(member), "Rude");
    const body = { postId: post, reason: "Rude" };
    const report = (await other.api.post("/reports", body)).is(201);
    assertEquals([report.at("state"), report.at("reporterId")], [
      "open",
      other.id,
    ]);
    const path = `/reports/${report.textAt("id")}`;
    (await member.api.get(path)).is(404);
    (await system.client().get(path)).is(401);
    for (const who of [other, moderator]) (await who.api.get(path)).is(200);
    const seen = async (who: Account) =>
      (await who.api.get(`/reports?postId=${post}`)).is(200).listAt("items")
        .length;
    assertEquals(
      [await seen(member), await seen(other), await seen(moderator)],
      [0, 1, 1],
    );
    (await other.api.post(`${path}/resolve`)).is(403);
    const unseen = await member.api.post(`${path}/resolve`);
    assert([403, 404].includes(unseen.status), unseen.text);
    assertEquals(
      (await moderator.api.post(`${path}/resolve`)).is(200).at("state"),
      "resolved",
    );
  },
  "nobody makes themselves a moderator": async (system) => {
    const { member } = await people(system);
    const answer = await member.api.patch(`/users/${member.id}`, {
      role: "moderator",
    });
    assert([403, 422].includes(answer.status), answer.text);
    const sneaked = await system.client().post("/auth/register", {
      email: `${crypto.randomUUID()}@mail.example`,
      nickname: nickname(),
      password: "long enough to pass",
      role: "admin",
    });
    assert([403, 422].includes(sneaked.status), sneaked.text);
    const thread = await threadOf(member);
    (await member.api.post(`/threads/${thread}/lock`)).is(403);
  },
  "a moderator who is none any more is none at once": async (system) => {
    const { admin, member, moderator } = await people(system);
    const thread = await threadOf(member);
    (await moderator.api.post(`/threads/${thread}/lock`)).is(200);
    await promote(admin, moderator, "member");
    (await moderator.api.post(`/threads/${thread}/unlock`)).is(403);
  },
  "what was hidden stays hidden after a crash, and can come back": async (
    system,
  ) => {
    if (system.engine === "memory") return;
    const { member, moderator } = await people(system);
    const post = await posted(member, await threadOf(member), "Spam");
    (await moderator.api.delete(`/posts/${post}`)).is(204);
    await system.crash();
    (await system.client().get(`/posts/${post}`)).is(404);
    const again = moderator.api.on(system.url);
    (await again.post(`/posts/${post}/restore`)).is(200);
    (await system.client().get(`/posts/${post}`)).is(200);
  },
};

async function people(
  system: ExampleSystem,
): Promise<Record<"admin" | "moderator" | "member" | "other", Account>> {
  const admin = await signInFirst(system);
  const [moderator, member, other] = [
    await signUp(system, { nickname: nickname() }),
    await signUp(system, { nickname: nickname() }),
    await signUp(system, { nickname: nickname() }),
  ];
  await promote(admin, moderator, "moderator");
  return { admin, moderator, member, other };
}

async function threadOf(who: Account): Promise<string> {
  return (await who.api.post("/threads", { title: "A thread" })).is(201).textAt(
    "id",
  );
}

async function posted(
  who: Account,
  threadId: string,
  body: string,
): Promise<string> {
  return (await who.api.post("/posts", { threadId, body })).is(201).textAt(
    "id",
  );
}

/** The texts of a thread, as anybody reads it. */
async function bodiesIn(
  system: ExampleSystem,
  thread: string,
): Promise<readonly Json[]> {
  const list = (await system.client().get(`/posts?threadId=${thread}`)).is(200);
  return list.listAt("items").map((_, index) => list.at(`items.${index}.body`));
}

/** An entity without when it was changed last: hiding and restoring may count as changes. */
function plain(answer: Answer): Json {
  return { ...answer.body as Record<string, Json>, updatedAt: null };
}

function nickname(): string {
  return `n${crypto.randomUUID().slice(0, 12)}`;
}

await testExample("forum", SCENARIOS, {
  engines: ["memory", "sqlite", "postgres"],
  env: firstUser({ nickname: "admin", role: "admin" }),
});
