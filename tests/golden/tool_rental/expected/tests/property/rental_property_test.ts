/**
 * What holds for every rental, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryEmail } from "../../kit/arbitraries.ts";
import { slotEnd, slotStart } from "../../kit/sample_slot.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Rental } from "../../models/rental.ts";
import { makeRental, makeTool } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /rentals keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const toolId = (await makeTool(test.system)).id;
  const bodies = fc.record({
    status: fc.constantFrom(...["asked", "confirmed", "cancelled"]),
    person: arbitraryEmail(),
    toolId: fc.constant(toolId),
    slot: fc.nat(50_000),
  }).map(({ slot, ...body }) => ({
    ...body,
    startsAt: slotStart("datetime", slot),
    endsAt: slotEnd("datetime", slot),
  }));
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Rental>("/rentals", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/rentals/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /rentals survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/rentals";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /rentals/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/rentals/${(await makeRental(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /rentals/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/rentals/${(await makeRental(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /rentals survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "status",
    "startsAt",
    "endsAt",
    "person",
    "toolId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/rentals?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
