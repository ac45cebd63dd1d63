/**
 * What holds for every product, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryInteger, arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Product } from "../../models/product.ts";
import { makeProduct, makeSupplier, PRODUCT_SKU_EXAMPLES } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /products keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const supplierId = (await makeSupplier(test.system)).id;
  const bodies = fc.record({
    sku: fc.constantFrom(...PRODUCT_SKU_EXAMPLES),
    title: arbitraryText({ min: 1, max: 50 }),
    stock: arbitraryInteger({ min: 0, max: undefined }),
    status: fc.constantFrom(...["offered", "withdrawn"]),
    supplierId: fc.constant(supplierId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Product>("/products", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/products/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /products survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/products";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /products/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/products/${(await makeProduct(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /products/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/products/${(await makeProduct(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /products survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "sku",
    "title",
    "stock",
    "status",
    "supplierId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/products?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
