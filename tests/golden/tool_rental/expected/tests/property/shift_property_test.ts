/**
 * What holds for every shift, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { slotEnd, slotStart } from "../../kit/sample_slot.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Shift } from "../../models/shift.ts";
import { makeShift } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /shifts keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    slot: fc.nat(50_000),
  }).map(({ slot, ...body }) => ({
    ...body,
    firstDay: slotStart("date", slot),
    freeDay: slotEnd("date", slot),
  }));
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Shift>("/shifts", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/shifts/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /shifts survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/shifts";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /shifts/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/shifts/${(await makeShift(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /shifts/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/shifts/${(await makeShift(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /shifts survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "firstDay",
    "freeDay",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/shifts?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
