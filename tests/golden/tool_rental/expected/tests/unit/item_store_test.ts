/**
 * The store of items alone, reached by its port.
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
import { ItemStore } from "../../components/item_store.ts";
import type { Item } from "../../models/item.ts";

const A_ITEM: Item = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  stock: 1,
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
    new ItemStore("item_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Item>) =>
      bench.request<StoreResult<Item>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ItemStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ItemStore("item_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_ITEM },
        { kind: "get", id: A_ITEM.id },
        { kind: "delete", id: A_ITEM.id, now: A_ITEM.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ItemStore returns an item as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_ITEM }), {
    kind: "entity",
    entity: A_ITEM,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_ITEM.id }), {
    kind: "entity",
    entity: A_ITEM,
    version: 1,
  });
});

Deno.test("ItemStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ITEM });
  const entity = { ...A_ITEM, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ItemStore deletes an item once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ITEM });
  const command = {
    kind: "delete",
    id: A_ITEM.id,
    now: A_ITEM.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ItemStore finds an item by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ITEM });
  await expectFound((command) => store.run(command), A_ITEM, {
    fields: ["name", "stock"],
    texts: ["name"],
  });
});

Deno.test("ItemStore refuses a second name", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ITEM });
  const entity: Item = {
    ...A_ITEM,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "name",
  });
});
