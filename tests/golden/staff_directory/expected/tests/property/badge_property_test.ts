/**
 * What holds for every badge, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Badge } from "../../models/badge.ts";
import { makeBadge, makeEmployee } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /badges keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const employeeId = (await makeEmployee(test.system)).id;
  const bodies = fc.record({
    color: fc.constantFrom(...["red", "green"]),
    employeeId: fc.constant(employeeId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Badge>("/badges", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/badges/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /badges survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/badges";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /badges/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/badges/${(await makeBadge(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /badges survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "color",
    "employeeId",
    "replacesId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/badges?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
