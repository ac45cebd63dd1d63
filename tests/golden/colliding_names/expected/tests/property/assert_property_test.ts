/**
 * What holds for every assert, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryInteger, arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Assert } from "../../models/assert.ts";
import { makeAssert } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /asserts keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    then: fc.option(arbitraryText({ min: 0, max: 50 })),
    name: fc.option(arbitraryText({ min: 0, max: 50 })),
    type: fc.option(arbitraryText({ min: 0, max: 50 })),
    index: fc.option(arbitraryInteger({ min: undefined, max: undefined })),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Assert>("/asserts", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/asserts/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /asserts survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/asserts";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /asserts/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/asserts/${(await makeAssert(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /asserts/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/asserts/${(await makeAssert(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /asserts survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "then",
    "name",
    "type",
    "index",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/asserts?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
