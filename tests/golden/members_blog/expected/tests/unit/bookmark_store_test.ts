/**
 * The store of bookmarks alone, reached by its port.
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
import { BookmarkStore } from "../../components/bookmark_store.ts";
import type { Bookmark } from "../../models/bookmark.ts";

const A_BOOKMARK: Bookmark = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  title: "Some title",
  link: "https://example.com/",
  ownerId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new BookmarkStore("bookmark_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Bookmark>) =>
      bench.request<StoreResult<Bookmark>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("BookmarkStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new BookmarkStore("bookmark_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_BOOKMARK },
          { kind: "get", id: A_BOOKMARK.id },
          { kind: "delete", id: A_BOOKMARK.id, now: A_BOOKMARK.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("BookmarkStore returns a bookmark as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_BOOKMARK }), {
    kind: "entity",
    entity: A_BOOKMARK,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_BOOKMARK.id }), {
    kind: "entity",
    entity: A_BOOKMARK,
    version: 1,
  });
});

Deno.test("BookmarkStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOKMARK });
  const entity = { ...A_BOOKMARK, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("BookmarkStore deletes a bookmark once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOKMARK });
  const command = {
    kind: "delete",
    id: A_BOOKMARK.id,
    now: A_BOOKMARK.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("BookmarkStore finds a bookmark by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_BOOKMARK });
  await expectFound((command) => store.run(command), A_BOOKMARK, {
    fields: ["title", "link", "ownerId"],
    texts: ["title", "link"],
  });
});
