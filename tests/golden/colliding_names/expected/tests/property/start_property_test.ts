/**
 * What holds for every start, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryDecimal } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Start } from "../../models/start.ts";
import { makeStart } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /starts keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    d: arbitraryDecimal(2, { min: 0, max: 0.5 }),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Start>("/starts", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/starts/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /starts survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/starts";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /starts/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/starts/${(await makeStart(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /starts/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/starts/${(await makeStart(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /starts survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom("limit", "cursor", "sort", "q", "id", "d");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/starts?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
