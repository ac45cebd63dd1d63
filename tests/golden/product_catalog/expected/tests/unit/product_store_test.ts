/**
 * The store of products alone, reached by its port.
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
import { ProductStore } from "../../components/product_store.ts";
import type { Product } from "../../models/product.ts";

const A_PRODUCT: Product = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  name: "Some name",
  price: 9.5,
  sku: "Some sku",
  category: "Some category",
  isActive: true,
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
    new ProductStore("product_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Product>) =>
      bench.request<StoreResult<Product>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ProductStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ProductStore("product_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_PRODUCT },
        { kind: "get", id: A_PRODUCT.id },
        { kind: "delete", id: A_PRODUCT.id, now: A_PRODUCT.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ProductStore returns a product as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_PRODUCT }), {
    kind: "entity",
    entity: A_PRODUCT,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_PRODUCT.id }), {
    kind: "entity",
    entity: A_PRODUCT,
    version: 1,
  });
});

Deno.test("ProductStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PRODUCT });
  const entity = { ...A_PRODUCT, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ProductStore deletes a product once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PRODUCT });
  const command = {
    kind: "delete",
    id: A_PRODUCT.id,
    now: A_PRODUCT.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ProductStore finds a product by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PRODUCT });
  await expectFound((command) => store.run(command), A_PRODUCT, {
    fields: ["name", "price", "sku", "category", "isActive"],
    texts: ["name", "sku", "category"],
  });
});

Deno.test("ProductStore refuses a second sku", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_PRODUCT });
  const entity: Product = {
    ...A_PRODUCT,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "sku",
  });
});
