/**
 * The store of maps alone, reached by its port.
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
import { MapStore } from "../../components/map_store.ts";
import type { MapEntity } from "../../models/map.ts";

const A_MAP: MapEntity = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  function: "Some function",
  return: 1,
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
    new MapStore("map_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<MapEntity>) =>
      bench.request<StoreResult<MapEntity>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("MapStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new MapStore("map_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_MAP },
        { kind: "get", id: A_MAP.id },
        { kind: "delete", id: A_MAP.id, now: A_MAP.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("MapStore returns a map as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_MAP }), {
    kind: "entity",
    entity: A_MAP,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_MAP.id }), {
    kind: "entity",
    entity: A_MAP,
    version: 1,
  });
});

Deno.test("MapStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_MAP });
  const entity = { ...A_MAP, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("MapStore deletes a map once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_MAP });
  const command = {
    kind: "delete",
    id: A_MAP.id,
    now: A_MAP.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("MapStore finds a map by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_MAP });
  await expectFound((command) => store.run(command), A_MAP, {
    fields: ["function", "return"],
    texts: ["function"],
  });
});

Deno.test("MapStore refuses a second function", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_MAP });
  const entity: MapEntity = {
    ...A_MAP,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "function",
  });
});
