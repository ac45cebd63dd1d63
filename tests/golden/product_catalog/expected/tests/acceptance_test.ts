/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import { readSystemConfig } from "../config/system_config.ts";
import {
  expectLists,
  expectNoOperation,
  expectReads,
} from "../kit/acceptance.ts";
import { SqliteDatabase } from "../kit/sqlite_database.ts";
import { makeProduct } from "./samples.ts";
import { startTestSystem } from "./test_system.ts";

Deno.test('R1 product: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/products", await makeProduct(test.system));
});

Deno.test('R1 product.list: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/products", await makeProduct(test.system));
});

Deno.test('R1 product.get: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  const made = await makeProduct(test.system);
  await expectReads(test.client, `/products/${made.id}`, made);
});

Deno.test('R1 not product.create: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  await expectNoOperation(test.client, "POST", "/products");
});

Deno.test('R1 not product.replace: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "PUT",
    `/products/${(await makeProduct(test.system)).id}`,
  );
});

Deno.test('R1 not product.patch: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "PATCH",
    `/products/${(await makeProduct(test.system)).id}`,
  );
});

Deno.test('R1 not product.delete: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "DELETE",
    `/products/${(await makeProduct(test.system)).id}`,
  );
});

Deno.test('R1 product.name: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  assert.ok("name" in await makeProduct(test.system));
});

Deno.test('R1 product.price: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  assert.ok("price" in await makeProduct(test.system));
});

Deno.test('R1 product.sku: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  assert.ok("sku" in await makeProduct(test.system));
});

Deno.test('R1 product.sku.unique: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  assert.ok("sku" in await makeProduct(test.system));
});

Deno.test('R1 product.category: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  assert.ok("category" in await makeProduct(test.system));
});

Deno.test('R1 product.isActive: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  assert.ok("isActive" in await makeProduct(test.system));
});

Deno.test("R2 product: Only list and view products.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/products", await makeProduct(test.system));
});

Deno.test("R2 product.list: Only list and view products.", async () => {
  await using test = await startTestSystem();
  await expectLists(test.client, "/products", await makeProduct(test.system));
});

Deno.test("R2 product.get: Only list and view products.", async () => {
  await using test = await startTestSystem();
  const made = await makeProduct(test.system);
  await expectReads(test.client, `/products/${made.id}`, made);
});

Deno.test("R2 not product.create: Only list and view products.", async () => {
  await using test = await startTestSystem();
  await expectNoOperation(test.client, "POST", "/products");
});

Deno.test("R2 not product.replace: Only list and view products.", async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "PUT",
    `/products/${(await makeProduct(test.system)).id}`,
  );
});

Deno.test("R2 not product.patch: Only list and view products.", async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "PATCH",
    `/products/${(await makeProduct(test.system)).id}`,
  );
});

Deno.test("R2 not product.delete: Only list and view products.", async () => {
  await using test = await startTestSystem();
  await expectNoOperation(
    test.client,
    "DELETE",
    `/products/${(await makeProduct(test.system)).id}`,
  );
});

Deno.test("R3 store.sqlite: Keep them in a SQLite database.", async () => {
  await using test = await startTestSystem();
  assert.ok(test.system.productStore.config.database instanceof SqliteDatabase);
});

Deno.test("R4 http.port: Port 9000.", () => {
  assert.equal(readSystemConfig(new Map()).port, 9000);
});
