/**
 * What holds for every order line, not only for the examples.
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
import type { OrderLine } from "../../models/order_line.ts";
import { makeOrder, makeOrderLine } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /order-lines keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const orderId = (await makeOrder(test.system)).id;
  const bodies = fc.record({
    product: arbitraryText({ min: 1, max: 50 }),
    quantity: arbitraryInteger({ min: 1, max: undefined }),
    price: arbitraryDecimal(2, { min: 0, max: undefined }),
    orderId: fc.constant(orderId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<OrderLine>("/order-lines", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/order-lines/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /order-lines survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/order-lines";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /order-lines/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/order-lines/${(await makeOrderLine(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /order-lines/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/order-lines/${(await makeOrderLine(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /order-lines survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "product",
    "quantity",
    "price",
    "orderId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/order-lines?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
