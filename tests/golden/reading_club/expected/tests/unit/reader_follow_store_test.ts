/**
 * The store of reader follows alone, reached by its port.
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
import { ReaderFollowStore } from "../../components/reader_follow_store.ts";
import type { ReaderFollow } from "../../models/reader_follow.ts";

const A_READER_FOLLOW: ReaderFollow = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  followerId: "01890a5d-ac96-774b-bcce-b302099a8057",
  followedId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new ReaderFollowStore("reader_follow_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<ReaderFollow>) =>
      bench.request<StoreResult<ReaderFollow>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ReaderFollowStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () => new ReaderFollowStore("reader_follow_store", { database }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_READER_FOLLOW },
          { kind: "get", id: A_READER_FOLLOW.id },
          {
            kind: "delete",
            id: A_READER_FOLLOW.id,
            now: A_READER_FOLLOW.updatedAt,
          },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("ReaderFollowStore returns a reader follow as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(
    await store.run({ kind: "insert", entity: A_READER_FOLLOW }),
    { kind: "entity", entity: A_READER_FOLLOW, version: 1 },
  );
  assert.deepEqual(await store.run({ kind: "get", id: A_READER_FOLLOW.id }), {
    kind: "entity",
    entity: A_READER_FOLLOW,
    version: 1,
  });
});

Deno.test("ReaderFollowStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER_FOLLOW });
  const entity = { ...A_READER_FOLLOW, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ReaderFollowStore deletes a reader follow once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER_FOLLOW });
  const command = {
    kind: "delete",
    id: A_READER_FOLLOW.id,
    now: A_READER_FOLLOW.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ReaderFollowStore finds a reader follow by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER_FOLLOW });
  await expectFound((command) => store.run(command), A_READER_FOLLOW, {
    fields: ["followerId", "followedId"],
  });
});

Deno.test("ReaderFollowStore refuses a second reader follow with the same followerId and followedId", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_READER_FOLLOW });
  const entity: ReaderFollow = {
    ...A_READER_FOLLOW,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "followerId",
    fields: ["followerId", "followedId"],
  });
});
