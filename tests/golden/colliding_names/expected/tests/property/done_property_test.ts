/**
 * What holds for every done, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Done } from "../../models/done.ts";
import { makeDone } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /dones keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    status: fc.constantFrom(...["a", "b"]),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Done>("/dones", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/dones/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /dones survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/dones";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /dones/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/dones/${(await makeDone(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /dones/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/dones/${(await makeDone(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /dones survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom("limit", "cursor", "sort", "q", "id", "status");
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/dones?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
