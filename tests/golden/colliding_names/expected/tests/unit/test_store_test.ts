/**
 * The store of tests alone, reached by its port.
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
import { TestStore } from "../../components/test_store.ts";
import type { Test } from "../../models/test.ts";

const A_TEST: Test = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  a: 5000000000,
  b: -5000000,
  c: 0.001,
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
    new TestStore("test_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Test>) =>
      bench.request<StoreResult<Test>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("TestStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new TestStore("test_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_TEST },
        { kind: "get", id: A_TEST.id },
        { kind: "delete", id: A_TEST.id, now: A_TEST.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("TestStore returns a test as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_TEST }), {
    kind: "entity",
    entity: A_TEST,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_TEST.id }), {
    kind: "entity",
    entity: A_TEST,
    version: 1,
  });
});

Deno.test("TestStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TEST });
  const entity = { ...A_TEST, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("TestStore deletes a test once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TEST });
  const command = {
    kind: "delete",
    id: A_TEST.id,
    now: A_TEST.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("TestStore finds a test by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TEST });
  await expectFound((command) => store.run(command), A_TEST, {
    fields: ["a", "b", "c"],
  });
});

Deno.test("TestStore refuses a second c", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_TEST });
  const entity: Test = {
    ...A_TEST,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "c",
  });
});
