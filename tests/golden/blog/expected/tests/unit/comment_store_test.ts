/**
 * The store of comments alone, reached by its port.
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
import { CommentStore } from "../../components/comment_store.ts";
import type { Comment } from "../../models/comment.ts";

const A_COMMENT: Comment = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  authorName: "Some author name",
  text: "Some text",
  postId: "01890a5d-ac96-774b-bcce-b302099a8057",
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  // The entities it refers to are not there: this test is about the store alone.
  database.exec("PRAGMA foreign_keys = OFF");
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new CommentStore("comment_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Comment>) =>
      bench.request<StoreResult<Comment>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("CommentStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new CommentStore("comment_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_COMMENT },
        { kind: "get", id: A_COMMENT.id },
        { kind: "delete", id: A_COMMENT.id, now: A_COMMENT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("CommentStore returns a comment as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_COMMENT }), {
    kind: "entity",
    entity: A_COMMENT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_COMMENT.id }), {
    kind: "entity",
    entity: A_COMMENT,
    version: 1,
  });
});

Deno.test("CommentStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COMMENT });
  const entity = { ...A_COMMENT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("CommentStore deletes a comment once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COMMENT });
  const command = {
    kind: "delete",
    id: A_COMMENT.id,
    now: A_COMMENT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("CommentStore finds a comment by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_COMMENT });
  await expectFound((command) => store.run(command), A_COMMENT, {
    fields: ["authorName", "text", "postId"],
    texts: ["authorName", "text"],
  });
});
