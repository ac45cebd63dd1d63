/**
 * The store of sales alone, reached by its port.
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
import { SaleStore } from "../../components/sale_store.ts";
import type { Sale } from "../../models/sale.ts";

const A_SALE: Sale = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  status: "open",
  quantity: 1,
  points: 9.5,
  itemId: "01890a5d-ac96-774b-bcce-b302099a8057",
  clientId: "01890a5d-ac96-774b-bcce-b302099a8057",
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
    new SaleStore("sale_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Sale>) =>
      bench.request<StoreResult<Sale>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("SaleStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new SaleStore("sale_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_SALE },
        { kind: "get", id: A_SALE.id },
        { kind: "delete", id: A_SALE.id, now: A_SALE.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("SaleStore returns a sale as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_SALE }), {
    kind: "entity",
    entity: A_SALE,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_SALE.id }), {
    kind: "entity",
    entity: A_SALE,
    version: 1,
  });
});

Deno.test("SaleStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SALE });
  const entity = { ...A_SALE, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("SaleStore deletes a sale once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SALE });
  const command = {
    kind: "delete",
    id: A_SALE.id,
    now: A_SALE.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("SaleStore finds a sale by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SALE });
  await expectFound((command) => store.run(command), A_SALE, {
    fields: ["status", "quantity", "points", "itemId", "clientId"],
  });
});
