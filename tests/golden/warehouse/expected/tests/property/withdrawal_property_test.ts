/**
 * What holds for every withdrawal, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryInteger } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Withdrawal } from "../../models/withdrawal.ts";
import { makeProduct, makeWithdrawal } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /withdrawals keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const productId = (await makeProduct(test.system)).id;
  const bodies = fc.record({
    quantity: arbitraryInteger({ min: 1, max: 100 }),
    status: fc.constantFrom(...["planned", "taken"]),
    productId: fc.constant(productId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Withdrawal>("/withdrawals", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/withdrawals/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /withdrawals survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/withdrawals";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /withdrawals/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/withdrawals/${(await makeWithdrawal(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /withdrawals/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/withdrawals/${(await makeWithdrawal(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /withdrawals survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "quantity",
    "status",
    "productId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/withdrawals?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
