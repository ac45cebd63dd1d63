/**
 * The store of posts alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { migrate, readMigrations } from "../../kit/migrations.ts";
import { openSqlite } from "../../kit/sqlite_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { PostStore } from "../../components/post_store.ts";
import type { Post } from "../../models/post.ts";

const A_POST: Post = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  body: "Some body",
  status: "draft",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new PostStore("post_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Post>) =>
      bench.request<StoreResult<Post>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("PostStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new PostStore("post_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_POST },
        { kind: "get", id: A_POST.id },
        { kind: "delete", id: A_POST.id, now: A_POST.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("PostStore returns a post as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_POST }), {
    kind: "entity",
    entity: A_POST,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_POST.id }), {
    kind: "entity",
    entity: A_POST,
    version: 1,
  });
});

Deno.test("PostStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_POST });
  const entity = { ...A_POST, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("PostStore deletes a post once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_POST });
  const command = {
    kind: "delete",
    id: A_POST.id,
    now: A_POST.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("PostStore finds a post by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_POST });
  await expectFound((command) => store.run(command), A_POST, {
    fields: ["title", "body", "status"],
    texts: ["title", "body"],
  });
});

Deno.test("PostStore refuses a second title", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_POST });
  const entity: Post = {
    ...A_POST,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "title",
  });
});
