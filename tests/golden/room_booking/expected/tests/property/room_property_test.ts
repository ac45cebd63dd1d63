/**
 * What holds for every room, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryInteger, arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Room } from "../../models/room.ts";
import { makeRoom } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /rooms keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    building: arbitraryText({ min: 1, max: 40 }),
    number: arbitraryInteger({ min: 1, max: 999 }),
    kind: fc.constantFrom(...["office", "hall", "lab"]),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Room>("/rooms", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/rooms/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /rooms survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/rooms";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /rooms/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/rooms/${(await makeRoom(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /rooms/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/rooms/${(await makeRoom(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /rooms survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "building",
    "number",
    "kind",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/rooms?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
