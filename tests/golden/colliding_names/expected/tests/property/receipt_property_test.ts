/**
 * What holds for every receipt, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Receipt } from "../../models/receipt.ts";
import { makeX } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /receipts keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const xId = (await makeX(test.system)).id;
  const bodies = fc.record({
    t: fc.option(arbitraryText({ min: 0, max: 50 })),
    xId: fc.constant(xId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Receipt>("/receipts", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /receipts survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/receipts";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});
