/**
 * What holds for every sale, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryDecimal, arbitraryInteger } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Sale } from "../../models/sale.ts";
import { makeItem, makeSale } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /sales keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const itemId = (await makeItem(test.system)).id;
  const bodies = fc.record({
    status: fc.constantFrom(...["open", "placed", "cancelled"]),
    quantity: arbitraryInteger({ min: 1, max: 20 }),
    points: arbitraryDecimal(1, { min: 0, max: undefined }),
    itemId: fc.constant(itemId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Sale>("/sales", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/sales/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /sales survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/sales";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /sales/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/sales/${(await makeSale(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /sales/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/sales/${(await makeSale(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /sales survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "status",
    "quantity",
    "points",
    "itemId",
    "clientId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/sales?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
