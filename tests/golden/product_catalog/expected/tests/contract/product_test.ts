/**
 * What clients can rely on: every endpoint of products, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import { expectConditionalRead } from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectProblem } from "../../kit/testing.ts";
import type { Product } from "../../models/product.ts";
import { makeProduct } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("GET /products lists products page by page", async () => {
  await using test = await startTestSystem();
  const first = await makeProduct(test.system);
  const second = await makeProduct(test.system);

  const page = await test.client.get<Page<Product>>("/products?limit=1");
  assert.equal(page.status, 200);
  assert.deepEqual(page.body.items, [first]);
  const rest = await test.client.get<Page<Product>>(
    `/products?limit=1&cursor=${page.body.nextCursor}`,
  );
  assert.deepEqual(rest.body, { items: [second], nextCursor: null });
});

Deno.test("GET /products sorts and filters", async () => {
  await using test = await startTestSystem();
  const first = await makeProduct(test.system);
  const second = await makeProduct(test.system, { name: "Changed" });

  const sorted = await test.client.get<Page<Product>>("/products?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ name: String("Changed") });
  const filtered = await test.client.get<Page<Product>>(`/products?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /products filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/products",
    entity: await makeProduct(test.system),
    fields: ["name", "price", "sku", "category", "isActive"],
    choices: {},
  });
});

Deno.test("GET /products?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeProduct(test.system);
  for (const field of ["name", "sku", "category"]) {
    const q = `needle ${field}`;
    const aProduct = await makeProduct(test.system, { [field]: q });
    const found = await test.client.get<Page<Product>>(
      `/products?${new URLSearchParams({ q })}`,
    );
    assert.deepEqual(found.body.items, [aProduct]);
  }
});

Deno.test("GET /products refuses parameters that make no sense", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.get("/products?limit=0"), 422, "limit");
  expectProblem(
    await test.client.get("/products?nosuchfield=1"),
    422,
    "nosuchfield",
  );
  expectProblem(await test.client.get("/products?cursor=nonsense"), 400);
});

Deno.test("GET /products/{id} reads one product", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  const found = await test.client.get(`/products/${aProduct.id}`);
  assert.equal(found.status, 200);
  assert.deepEqual(found.body, aProduct);
  expectProblem(await test.client.get(`/products/${crypto.randomUUID()}`), 404);
  expectProblem(await test.client.get("/products/no-uuid"), 404);
});

Deno.test("GET /products/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  await expectConditionalRead(test.client, `/products/${aProduct.id}`);
});

Deno.test("POST /products does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(await test.client.send("/products", { method: "POST" }), 405);
});

Deno.test("PUT /products/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/products/${crypto.randomUUID()}`, {
      method: "PUT",
    }),
    405,
  );
});

Deno.test("PATCH /products/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/products/${crypto.randomUUID()}`, {
      method: "PATCH",
    }),
    405,
  );
});

Deno.test("DELETE /products/{id} does not exist", async () => {
  await using test = await startTestSystem();
  expectProblem(
    await test.client.send(`/products/${crypto.randomUUID()}`, {
      method: "DELETE",
    }),
    405,
  );
});
