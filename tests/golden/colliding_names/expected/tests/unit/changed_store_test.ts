/**
 * The store of changeds alone, reached by its port.
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
import { ChangedStore } from "../../components/changed_store.ts";
import type { Changed } from "../../models/changed.ts";

const A_CHANGED: Changed = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  uu: "EXV",
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
    new ChangedStore("changed_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Changed>) =>
      bench.request<StoreResult<Changed>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ChangedStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ChangedStore("changed_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_CHANGED },
        { kind: "get", id: A_CHANGED.id },
        { kind: "delete", id: A_CHANGED.id, now: A_CHANGED.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ChangedStore returns a changed as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_CHANGED }), {
    kind: "entity",
    entity: A_CHANGED,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_CHANGED.id }), {
    kind: "entity",
    entity: A_CHANGED,
    version: 1,
  });
});

Deno.test("ChangedStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CHANGED });
  const entity = { ...A_CHANGED, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ChangedStore deletes a changed once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CHANGED });
  const command = {
    kind: "delete",
    id: A_CHANGED.id,
    now: A_CHANGED.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ChangedStore finds a changed by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CHANGED });
  await expectFound((command) => store.run(command), A_CHANGED, {
    fields: ["uu"],
    texts: ["uu"],
  });
});

Deno.test("ChangedStore refuses a second uu", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_CHANGED });
  const entity: Changed = {
    ...A_CHANGED,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "uu",
  });
});
