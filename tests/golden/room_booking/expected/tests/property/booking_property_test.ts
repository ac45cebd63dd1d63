/**
 * What holds for every booking, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import {
  arbitraryDatetime,
  arbitraryEmail,
  arbitraryText,
} from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Booking } from "../../models/booking.ts";
import { makeBooking, makeRoom } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /bookings keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const roomId = (await makeRoom(test.system)).id;
  const bodies = fc.record({
    startsAt: arbitraryDatetime(),
    status: fc.constantFrom(...["asked", "granted", "refused"]),
    guest: arbitraryEmail(),
    seat: fc.option(arbitraryText({ min: 0, max: 10 })),
    roomId: fc.constant(roomId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Booking>("/bookings", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/bookings/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /bookings survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/bookings";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /bookings/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/bookings/${(await makeBooking(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /bookings/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/bookings/${(await makeBooking(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /bookings survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "startsAt",
    "status",
    "guest",
    "seat",
    "roomId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/bookings?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
