/**
 * What holds for every changed, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Changed } from "../../models/changed.ts";
import { CHANGED_UU_EXAMPLES, makeChanged } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /changeds keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    uu: fc.option(fc.constantFrom(...CHANGED_UU_EXAMPLES)),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Changed>("/changeds", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/changeds/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /changeds survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/changeds";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /changeds/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/changeds/${(await makeChanged(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /changeds/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/changeds/${(await makeChanged(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /changeds survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom("limit", "cursor", "sort", "q", "id", "uu");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/changeds?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
