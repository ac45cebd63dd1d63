/**
 * What holds for every x, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { X } from "../../models/x.ts";
import { makeX } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /xes keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    y: fc.option(arbitraryText({ min: 0, max: 50 })),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<X>("/xes", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/xes/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /xes survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/xes";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /xes/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/xes/${(await makeX(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /xes/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/xes/${(await makeX(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /xes survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom("limit", "cursor", "sort", "q", "id", "y");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/xes?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
