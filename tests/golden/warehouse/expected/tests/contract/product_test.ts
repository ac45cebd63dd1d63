/**
 * What clients can rely on: every endpoint of products, called in process.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Page } from "../../kit/entity_request.ts";
import {
  expectConditionalChange,
  expectConditionalRead,
} from "../../kit/expect_conditions.ts";
import { expectFilters } from "../../kit/expect_filters.ts";
import { expectRestoration } from "../../kit/expect_restoration.ts";
import { expectContains, expectProblem, textInit } from "../../kit/testing.ts";
import type { Product } from "../../models/product.ts";
import { makeProduct, productBody } from "../samples.ts";
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
  const second = await makeProduct(test.system, { sku: "SR-2431" });

  const sorted = await test.client.get<Page<Product>>("/products?sort=-id");
  assert.deepEqual(sorted.body.items, [second, first]);
  const filter = new URLSearchParams({ sku: String("SR-2431") });
  const filtered = await test.client.get<Page<Product>>(`/products?${filter}`);
  assert.deepEqual(filtered.body.items, [second]);
});

Deno.test("GET /products filters by each field", async () => {
  await using test = await startTestSystem();
  await expectFilters({
    client: test.client,
    path: "/products",
    entity: await makeProduct(test.system),
    fields: ["sku", "title", "stock", "status", "supplierId"],
    choices: { status: ["offered", "withdrawn"] },
  });
});

Deno.test("GET /products?q= finds a text wherever it may be", async () => {
  await using test = await startTestSystem();
  await makeProduct(test.system);
  for (const field of ["title"]) {
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

Deno.test("POST /products creates a product", async () => {
  await using test = await startTestSystem();
  const body = await productBody(test.system);

  const created = await test.client.post<Product>("/products", body);
  assert.equal(created.status, 201);
  assert.equal(created.headers.get("location"), `/products/${created.body.id}`);
  expectContains(created.body, body);
  const found = await test.client.get(`/products/${created.body.id}`);
  assert.deepEqual(found.body, created.body);
});

Deno.test("POST /products refuses what is not a product", async (t) => {
  await using test = await startTestSystem();
  const body = await productBody(test.system);

  const refused: [string, Record<string, unknown>, string][] = [
    ["sku missing", { sku: undefined }, "sku"],
    ["sku of the wrong type", { sku: { not: "this" } }, "sku"],
    ["sku blank", { sku: " " }, "sku"],
    ["sku too long", { sku: "x".repeat(201) }, "sku"],
    ["sku of another pattern", { sku: "~~~" }, "sku"],
    ["title missing", { title: undefined }, "title"],
    ["title of the wrong type", { title: { not: "this" } }, "title"],
    ["title blank", { title: " " }, "title"],
    ["title too long", { title: "x".repeat(121) }, "title"],
    ["stock of the wrong type", { stock: { not: "this" } }, "stock"],
    ["stock too small", { stock: -1 }, "stock"],
    ["status of the wrong type", { status: { not: "this" } }, "status"],
    ["status of no known value", { status: "no such value" }, "status"],
    ["supplierId missing", { supplierId: undefined }, "supplierId"],
    [
      "supplierId of the wrong type",
      { supplierId: { not: "this" } },
      "supplierId",
    ],
    [
      "supplierId of nothing",
      { supplierId: crypto.randomUUID() },
      "supplierId",
    ],
    ["an unknown field", { nosuchfield: 1 }, "nosuchfield"],
  ];
  for (const [what, change, path] of refused) {
    await t.step(what, async () => {
      expectProblem(
        await test.client.post("/products", { ...body, ...change }),
        422,
        path,
      );
    });
  }
  await t.step("a body that is no JSON", async () => {
    expectProblem(
      await test.client.send("/products", textInit("POST", "{")),
      400,
    );
  });
  await t.step("another media type", async () => {
    expectProblem(
      await test.client.send(
        "/products",
        textInit("POST", "a=b", "text/plain"),
      ),
      415,
    );
  });
});

Deno.test("POST /products takes a product at its limits", async (t) => {
  const taken: [string, Record<string, unknown>, Record<string, unknown>?][] = [
    ["title as long as it may be", { title: "x".repeat(120) }],
    ["stock at least 0", { stock: 0 }],
    ["status of offered", { status: "offered" }],
    ["status of withdrawn", { status: "withdrawn" }],
  ];
  for (const [what, change, expected = change] of taken) {
    await t.step(what, async () => {
      await using test = await startTestSystem();
      const body = await productBody(test.system);
      const created = await test.client.post<Product>("/products", {
        ...body,
        ...change,
      });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, expected);
    });
  }
});

Deno.test("POST /products refuses a second product with the same sku", async () => {
  await using test = await startTestSystem();
  const taken = (await makeProduct(test.system)).sku;
  expectProblem(
    await test.client.post("/products", {
      ...await productBody(test.system),
      sku: taken,
    }),
    409,
    "sku",
  );
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

Deno.test("GET /products/{sku} reads one product, too", async () => {
  await using test = await startTestSystem();
  await makeProduct(test.system);
  const aProduct = await makeProduct(test.system);
  const found = await test.client.get(
    `/products/${encodeURIComponent(aProduct.sku)}`,
  );
  assert.deepEqual([found.status, found.body], [200, aProduct]);
  expectProblem(await test.client.get("/products/no-such-one"), 404);
});

Deno.test("GET /products/{id} gives nothing to who has what there is", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  await expectConditionalRead(test.client, `/products/${aProduct.id}`);
});

Deno.test("PUT /products/{id} replaces a product, never creates one", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  const body = { ...await productBody(test.system) };
  const replaced = await test.client.put<Product>(
    `/products/${aProduct.id}`,
    body,
  );
  assert.equal(replaced.status, 200);
  expectContains(replaced.body, {
    ...body,
    id: aProduct.id,
    createdAt: aProduct.createdAt,
  });
  expectProblem(
    await test.client.put(`/products/${crypto.randomUUID()}`, body),
    404,
  );
});

Deno.test("PATCH /products/{id} changes only what is given", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  const changed = await test.client.patch<Product>(`/products/${aProduct.id}`, {
    sku: "SR-2431",
  });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body, {
    ...aProduct,
    sku: "SR-2431",
    updatedAt: changed.body.updatedAt,
  });
  const same = await test.client.patch(`/products/${aProduct.id}`, {});
  assert.equal(same.status, 200);
  const back = await test.client.patch(`/products/${aProduct.id}`, same.body);
  assert.deepEqual([back.status, back.body], [200, same.body]);
  expectProblem(
    await test.client.patch(`/products/${aProduct.id}`, {
      id: crypto.randomUUID(),
    }),
    422,
    "id",
  );
  expectProblem(
    await test.client.patch(`/products/${crypto.randomUUID()}`, {}),
    404,
  );
});

Deno.test("DELETE /products/{id} deletes a product once", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  assert.equal(
    (await test.client.delete(`/products/${aProduct.id}`)).status,
    204,
  );
  expectProblem(await test.client.delete(`/products/${aProduct.id}`), 404);
});

Deno.test("POST /products/{id}/restore brings back what was deleted", async () => {
  await using test = await startTestSystem();
  await expectRestoration({
    client: test.client,
    path: "/products",
    make: () => makeProduct(test.system),
    reads: true,
    lists: true,
    take: ({ sku }) => makeProduct(test.system, { sku }),
  });
});

Deno.test("/products/{id} is changed only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  const path = `/products/${aProduct.id}`;
  const body = { ...await productBody(test.system) };
  await expectConditionalChange(
    test.client,
    path,
    textInit("PUT", JSON.stringify(body)),
  );
  await expectConditionalChange(test.client, path, textInit("PATCH", "{}"));
  await expectConditionalChange(test.client, path, { method: "DELETE" });
});

Deno.test("POST /products/{id}/withdraw takes effect, also a second time", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  const done = await test.client.post<Product>(
    `/products/${aProduct.id}/withdraw`,
  );
  assert.equal(done.status, 200);
  expectContains(done.body, { status: "withdrawn" });
  const again = await test.client.post(`/products/${aProduct.id}/withdraw`);
  assert.deepEqual([again.status, again.body], [200, done.body]);
  expectProblem(
    await test.client.post(`/products/${crypto.randomUUID()}/withdraw`),
    404,
  );
});

Deno.test("POST /products/{id}/withdraw takes effect only on conditions that hold", async () => {
  await using test = await startTestSystem();
  const aProduct = await makeProduct(test.system);
  const path = `/products/${aProduct.id}/withdraw`;
  await expectConditionalChange(test.client, path, { method: "POST" });
});
