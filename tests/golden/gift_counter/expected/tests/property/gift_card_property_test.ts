/**
 * What holds for every gift card, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryDecimal, arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { GiftCard } from "../../models/gift_card.ts";
import { makeGiftCard } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /gift-cards keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    title: arbitraryText({ min: 1, max: 50 }),
    amount: arbitraryDecimal(2, { min: 0, max: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<GiftCard>("/gift-cards", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/gift-cards/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /gift-cards survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/gift-cards";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /gift-cards/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/gift-cards/${(await makeGiftCard(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /gift-cards/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/gift-cards/${(await makeGiftCard(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /gift-cards survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "title",
    "amount",
    "status",
    "pin",
    "sellerId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/gift-cards?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
