import { assertEquals } from "@std/assert";
import {
  decide,
  type EntityAccess,
  sight,
  type Viewer,
} from "./access_rule.ts";
import type { Entity } from "./entity_spec.ts";
import {
  type Forum,
  memoryForum,
  postgresForum,
  sqliteForum,
  type Thread,
  THREAD_SPEC,
} from "./example_threads.ts";
import { OWNERSHIP } from "./owned_entity.ts";
import { openPostgres } from "./postgres_database.ts";
import { openTestSchema } from "./postgres_test_schema.ts";
import { notFound } from "./problem.ts";
import { sampleEntity } from "./sample_entity.ts";
import { testWithPostgres } from "./test_with_postgres.ts";

const ACCESS: EntityAccess = {
  owner: "id",
  visible: { when: { locked: [false] }, always: ["owner", "moderator"] },
  rules: {
    list: ["everyone"],
    get: ["everyone"],
    patch: ["owner", "moderator"],
  },
};

Deno.test("sight() lets some see all, owners all of their own, and everybody what is in the state", () => {
  const when = { locked: [false] };
  assertEquals(sight(ACCESS, undefined), { when });
  const own = { field: "id", id: "u1" };
  assertEquals(sight(ACCESS, { id: "u1", role: "member" }), { when, own });
  assertEquals(sight(ACCESS, { id: "u1", role: "moderator" }), undefined);
  const all: EntityAccess = { rules: {}, visible: { when, always: ["users"] } };
  assertEquals(sight(all, { id: "u1" }), undefined);
  assertEquals(sight(all, undefined), { when });
  assertEquals(sight({ rules: {} }, undefined), undefined);
});

Deno.test("OWNERSHIP tells nothing of what somebody does not see, whatever the rules allow", () => {
  const thread = sampleEntity<Thread>(THREAD_SPEC, 0, {
    locked: true,
    closedAt: null,
  });
  const refusal = (operation: string, viewer?: Viewer) => {
    const granted = decide(ACCESS, operation, viewer);
    return granted.ok
      ? OWNERSHIP.refusal(granted.value, thread, "thread")
      : granted.problem;
  };
  assertEquals(refusal("get"), notFound("thread"));
  const other = { id: crypto.randomUUID(), role: "member" };
  assertEquals(refusal("get", other), notFound("thread"));
  assertEquals(refusal("patch", other), notFound("thread"), "not 403");
  assertEquals(refusal("get", { id: thread.id }), undefined);
  assertEquals(refusal("patch", { ...other, role: "moderator" }), undefined);
});

Deno.test("lists in memory have what somebody sees", () =>
  listsWhatIsSeen(memoryForum));

Deno.test("lists in SQLite have what somebody sees", () =>
  listsWhatIsSeen(sqliteForum));

await testWithPostgres("lists in PostgreSQL", async (t, url) => {
  await using schema = await openTestSchema(url);
  await using database = await openPostgres({
    url: schema.url,
    connections: 2,
  });
  await t.step(
    "have what somebody sees",
    () => listsWhatIsSeen(() => postgresForum(database)),
  );
});

async function listsWhatIsSeen(
  open: () => Forum | Promise<Forum>,
): Promise<void> {
  const { threads } = await open();
  const made: Entity[] = [];
  for (const locked of [true, false, true, false]) {
    const id = crypto.randomUUID();
    const own = { id, locked, closedAt: null };
    const entity = sampleEntity<Thread>(THREAD_SPEC, 0, own);
    await threads.execute({ kind: "insert", entity });
    made.push(entity);
  }
  const seen = async (viewer?: Viewer, filters: [] | [typeof LOCKED] = []) => {
    const granted = decide(ACCESS, "list", viewer);
    if (!granted.ok) throw new Error(granted.problem.title);
    const wish = { limit: 9, sort: [], filters, total: true };
    const query = OWNERSHIP.list(granted.value, wish);
    assertEquals(OWNERSHIP.list(granted.value, query), query, "once");
    const result = await threads.execute({ kind: "list", query });
    if (result.kind !== "page") throw new Error(result.kind);
    const ids = result.page.items.map(({ id }) => id);
    assertEquals(result.page.total, ids.length);
    return made.map(({ id }) => ids.includes(id));
  };
  const [first] = made;
  assertEquals(await seen(), [false, true, false, true]);
  assertEquals(await seen({ id: first!.id }), [true, true, false, true]);
  const moderator = { id: crypto.randomUUID(), role: "moderator" };
  assertEquals(await seen(moderator), [true, true, true, true]);
  assertEquals(await seen(undefined, [LOCKED]), [false, false, false, false]);
  const own = { id: first!.id };
  assertEquals(await seen(own, [LOCKED]), [true, false, false, false]);
  const groups = await threads.execute({
    kind: "groups",
    by: "locked",
    filters: OWNERSHIP.list(
      { seen: sight(ACCESS, own) },
      { limit: 1, sort: [], filters: [] },
    ).filters,
  });
  assertEquals(groups, {
    kind: "groups",
    groups: [
      { value: false, count: 2, sums: {} },
      { value: true, count: 1, sums: {} },
    ],
  });
}

const LOCKED = { field: "locked", value: true } as const;
