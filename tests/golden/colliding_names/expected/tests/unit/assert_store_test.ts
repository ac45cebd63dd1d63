/**
 * The store of asserts alone, reached by its port.
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
import { AssertStore } from "../../components/assert_store.ts";
import type { Assert } from "../../models/assert.ts";

const A_ASSERT: Assert = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  then: "Some then",
  name: "Some name",
  type: "Some type",
  index: 1,
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
    new AssertStore("assert_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Assert>) =>
      bench.request<StoreResult<Assert>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("AssertStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new AssertStore("assert_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_ASSERT },
        { kind: "get", id: A_ASSERT.id },
        { kind: "delete", id: A_ASSERT.id, now: A_ASSERT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("AssertStore returns an assert as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_ASSERT }), {
    kind: "entity",
    entity: A_ASSERT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_ASSERT.id }), {
    kind: "entity",
    entity: A_ASSERT,
    version: 1,
  });
});

Deno.test("AssertStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ASSERT });
  const entity = { ...A_ASSERT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("AssertStore deletes an assert once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ASSERT });
  const command = {
    kind: "delete",
    id: A_ASSERT.id,
    now: A_ASSERT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("AssertStore finds an assert by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ASSERT });
  await expectFound((command) => store.run(command), A_ASSERT, {
    fields: ["then", "name", "type", "index"],
    texts: ["then", "name", "type"],
  });
});
