/**
 * What was asked for: each sentence of the request, seen from a client.
 *
 * @module
 */
import assert from "node:assert/strict";
import { readSystemConfig } from "../config/system_config.ts";
import {
  creating,
  expectLists,
  expectNoOperation,
  expectReads,
  expectRefusesValue,
  expectShows,
} from "../kit/acceptance.ts";
import { SqliteDatabase } from "../kit/sqlite_database.ts";
import { makeProduct, productBody } from "./samples.ts";
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
  const made = await makeProduct(test.system);
  await expectShows(test.client, "/products", made, "name");
});

Deno.test('R1 product.price: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  const made = await makeProduct(test.system);
  await expectShows(test.client, "/products", made, "price");
});

Deno.test('R1 product.sku: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  const made = await makeProduct(test.system);
  await expectShows(test.client, "/products", made, "sku");
});

Deno.test('R1 product.sku.unique: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  await expectRefusesValue(
    creating((request) =>
      test.system.productController.handleProcessRequest(request)
    ),
    productBody(),
    { field: "sku", value: (await makeProduct(test.system)).sku, status: 409 },
  );
});

Deno.test('R1 product.category: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  const made = await makeProduct(test.system);
  await expectShows(test.client, "/products", made, "category");
});

Deno.test('R1 product.isActive: A read-only product catalog: products have a name, a price, a SKU (unique), a category and an "is active" flag.', async () => {
  await using test = await startTestSystem();
  const made = await makeProduct(test.system, { isActive: false });
  await expectShows(test.client, "/products", made, "isActive");
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
