import { assertEquals } from "@std/assert";
import { expectFailure, expectValue } from "./expect_outcome.ts";
import { EntityService } from "./entity_service.ts";
import {
  type Forum,
  memoryForum,
  type Post,
  POST_SPEC,
  postgresForum,
  sqliteForum,
  type Thread,
  THREAD_SPEC,
} from "./example_threads.ts";
import { openPostgres } from "./postgres_database.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { stateGuard } from "./requirement.ts";
import { sampleEntity } from "./sample_entity.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

Deno.test("requireInMemory lets nothing be done while others are not as they must be", () =>
  requiresOrNothing(memoryForum));

Deno.test("requireInSqlite lets nothing be done while others are not as they must be", () =>
  requiresOrNothing(sqliteForum));

await testWithPostgres("requireInPostgres", async (t, url) => {
  await using schema = await openTestSchema(url);
  await using database = await openPostgres({
    url: schema.url,
    connections: 8,
  });
  await t.step(
    "lets nothing be done while others are not as they must be",
    () => requiresOrNothing(() => postgresForum(database)),
  );
  await t.step("lets nobody write once a thread is locked", async () => {
    for (let round = 0; round < 20; round++) {
      const forum = await postgresForum(database);
      const { id } = await addThread(forum);
      const posts = service(forum);
      const writes = Array.from(
        { length: 12 },
        (_, n) =>
          n === 6 ? lock(forum, id) : posts.handle({
            operation: "create",
            body: { text: `${n}`, threadId: id },
          }),
      );
      await writes[6];
      const there = await count(forum);
      await Promise.all(writes);
      const after = await count(forum);
      assertEquals(after, there, `round ${round}`);
    }
  });
  await t.step("waits for nobody who waits for it", async () => {
    const forum = await postgresForum(database);
    const { id } = await addThread(forum);
    const posts = service(forum);
    const made = await Promise.all(
      Array.from({ length: 8 }, () => addPost(posts, id)),
    );
    const replies = await Promise.all([
      ...made.map((post) =>
        posts.handle({
          operation: "patch",
          id: post.id,
          body: { text: "changed" },
        })
      ),
      forum.threads.execute({ kind: "delete", id, now: NOW }),
    ]);
    assertEquals(replies.length, 9);
    assertEquals(await count(forum), 0);
  });
});

Deno.test("stateGuard() compares values as they are kept", () => {
  const guard = stateGuard({
    spec: THREAD_SPEC,
    editable: { closedAt: ["2030-01-15T10:00:00+01:00"] },
  });
  const closedAt = "2030-01-15T09:00:00.000Z";
  const thread = sampleEntity<Thread>(THREAD_SPEC, 0, { closedAt });
  assertEquals(guard.refusal("patch", thread), undefined);
  const open = { ...thread, closedAt: null };
  assertEquals(guard.refusal("patch", open)?.status, 409);
  assertEquals(guard.refusal("lock", open), undefined, "actions have `when`");
});

Deno.test("stateGuard() lets pass what is exempt", () => {
  const guard = stateGuard({
    spec: THREAD_SPEC,
    editable: { locked: [false] },
    exempt: ["delete"],
  });
  const thread = sampleEntity<Thread>(THREAD_SPEC, 0, { locked: true });
  assertEquals(guard.refusal("delete", thread), undefined);
  assertEquals(guard.refusal("replace", thread)?.status, 409);
});

async function requiresOrNothing(
  open: () => Forum | Promise<Forum>,
): Promise<void> {
  const forum = await open();
  const [here, there] = [await addThread(forum), await addThread(forum)];
  const posts = service(forum);
  const post = await addPost(posts, here.id);
  const other = await addPost(posts, there.id);
  const loose = await addPost(posts, null);
  const patch = (id: string, body: Record<string, string | null>) =>
    posts.handle({ operation: "patch", id, body });
  await lock(forum, here.id);

  const body = { text: "new", threadId: here.id };
  expectFailure(await posts.handle({ operation: "create", body }), 409);
  expectFailure(await patch(post.id, { text: "changed" }), 409);
  expectFailure(await patch(post.id, { threadId: there.id }), 409);
  expectFailure(await patch(other.id, { threadId: here.id }), 409);
  expectFailure(await patch(loose.id, { threadId: here.id }), 409);
  const { id } = post;
  expectFailure(await posts.handle({ operation: "delete", id }), 409);
  const action = { operation: "action", id } as const;
  expectFailure(await posts.handle({ ...action, action: "clear" }), 409);
  const read = await posts.handle({ operation: "get", id });
  assertEquals(read, { ok: true, value: post, version: 1 });
  assertEquals(await count(forum), 3);

  expectValue(await posts.handle({ ...action, action: "redact" }));
  expectValue(await patch(id, { text: "[redacted]" })); // changes nothing
  expectValue(await patch(loose.id, { text: "changed" }));
  expectValue(await patch(other.id, { text: "changed" }));
  const missing = { text: "new", threadId: crypto.randomUUID() };
  const dangling = await posts.handle({ operation: "create", body: missing });
  expectFailure(dangling, 422);
  await lock(forum, here.id, false);
  expectValue(await posts.handle({ operation: "delete", id }));
  expectFailure(await posts.handle({ operation: "delete", id }), 404);
}

function service(forum: Forum): EntityService<Post> {
  return new EntityService<Post>({
    spec: POST_SPEC,
    defaults: { threadId: null },
    actions: {
      clear: { set: { text: "" } },
      redact: { set: { text: "[redacted]" } },
    },
    guard: stateGuard({
      spec: POST_SPEC,
      requires: [{
        reference: "threadId",
        spec: THREAD_SPEC,
        state: { locked: [false] },
      }],
      exempt: ["redact"],
    }),
    store: async (command) => await forum.posts.execute(command),
  });
}

async function addThread({ threads }: Forum): Promise<Thread> {
  const entity = sampleEntity<Thread>(THREAD_SPEC, 0, {
    id: crypto.randomUUID(),
    locked: false,
    closedAt: null,
  });
  const result = await threads.execute({ kind: "insert", entity });
  if (result.kind !== "entity") throw new Error(result.kind);
  return result.entity;
}

async function addPost(
  posts: EntityService<Post>,
  threadId: string | null,
): Promise<Post> {
  const body = { text: "first", threadId };
  return expectValue(await posts.handle({ operation: "create", body })) as Post;
}

async function lock(
  { threads }: Forum,
  id: string,
  locked = true,
): Promise<void> {
  const found = await threads.execute({ kind: "get", id });
  if (found.kind !== "entity") throw new Error(found.kind);
  const entity = { ...found.entity, locked };
  const { version } = found;
  const result = await threads.execute({ kind: "update", entity, version });
  assertEquals(result.kind, "entity");
}

async function count({ posts }: Forum): Promise<number> {
  const query = { limit: 1, sort: [], filters: [], total: true };
  const result = await posts.execute({ kind: "list", query });
  return result.kind === "page" ? result.page.total ?? 0 : 0;
}

const NOW = "2030-01-15T09:00:00.000Z";
