/**
 * The store of orders alone, reached by its port.
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
import { OrderStore } from "../../components/order_store.ts";
import type { Order } from "../../models/order.ts";

const A_ORDER: Order = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  customer: "Some customer",
  weightGrams: 1,
  zone: "domestic",
  subtotal: 9.5,
  express: true,
  status: "open",
  shippingCost: 9.5,
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
    new OrderStore("order_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Order>) =>
      bench.request<StoreResult<Order>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("OrderStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new OrderStore("order_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_ORDER },
        { kind: "get", id: A_ORDER.id },
        { kind: "delete", id: A_ORDER.id, now: A_ORDER.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("OrderStore returns an order as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_ORDER }), {
    kind: "entity",
    entity: A_ORDER,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_ORDER.id }), {
    kind: "entity",
    entity: A_ORDER,
    version: 1,
  });
});

Deno.test("OrderStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORDER });
  const entity = { ...A_ORDER, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("OrderStore deletes an order once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORDER });
  const command = {
    kind: "delete",
    id: A_ORDER.id,
    now: A_ORDER.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("OrderStore finds an order by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_ORDER });
  await expectFound((command) => store.run(command), A_ORDER, {
    fields: [
      "customer",
      "weightGrams",
      "zone",
      "subtotal",
      "express",
      "status",
      "shippingCost",
    ],
    texts: ["customer"],
  });
});
