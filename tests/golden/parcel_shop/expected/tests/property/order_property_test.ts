/**
 * What holds for every order, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import {
  arbitraryDecimal,
  arbitraryInteger,
  arbitraryText,
} from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Order } from "../../models/order.ts";
import { makeOrder } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /orders keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    customer: arbitraryText({ min: 1, max: 50 }),
    weightGrams: arbitraryInteger({ min: 1, max: 40000 }),
    zone: fc.constantFrom(...["domestic", "europe", "world"]),
    subtotal: arbitraryDecimal(2, { min: 0, max: undefined }),
    express: fc.boolean(),
    status: fc.constantFrom(...["open", "shipped"]),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Order>("/orders", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/orders/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /orders survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/orders";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /orders/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/orders/${(await makeOrder(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /orders/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/orders/${(await makeOrder(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /orders survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "customer",
    "weightGrams",
    "zone",
    "subtotal",
    "express",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/orders?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
