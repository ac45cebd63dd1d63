/**
 * The store of suppliers alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { EntityCaches } from "../../kit/entity_caches.ts";
import { migrate, readMigrations } from "../../kit/migrations.ts";
import { openSqlite } from "../../kit/sqlite_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { SupplierStore } from "../../components/supplier_store.ts";
import type { Supplier } from "../../models/supplier.ts";

const A_SUPPLIER: Supplier = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
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
    new SupplierStore("supplier_store", {
      database,
      caches: new EntityCaches(),
    }),
    {},
  );
  return {
    run: (command: StoreCommand<Supplier>) =>
      bench.request<StoreResult<Supplier>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("SupplierStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(
    () =>
      new SupplierStore("supplier_store", {
        database,
        caches: new EntityCaches(),
      }),
    {
      messages: {
        execute: [
          { kind: "insert", entity: A_SUPPLIER },
          { kind: "get", id: A_SUPPLIER.id },
          { kind: "delete", id: A_SUPPLIER.id, now: A_SUPPLIER.updatedAt },
        ],
      },
      // No command at all: its handler throws.
      failing: { execute: [null] },
    },
  );
});

Deno.test("SupplierStore returns a supplier as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_SUPPLIER }), {
    kind: "entity",
    entity: A_SUPPLIER,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_SUPPLIER.id }), {
    kind: "entity",
    entity: A_SUPPLIER,
    version: 1,
  });
});

Deno.test("SupplierStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SUPPLIER });
  const entity = { ...A_SUPPLIER, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("SupplierStore deletes a supplier once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SUPPLIER });
  const command = {
    kind: "delete",
    id: A_SUPPLIER.id,
    now: A_SUPPLIER.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("SupplierStore finds a supplier by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SUPPLIER });
  await expectFound((command) => store.run(command), A_SUPPLIER, {
    fields: ["name"],
    texts: ["name"],
  });
});
