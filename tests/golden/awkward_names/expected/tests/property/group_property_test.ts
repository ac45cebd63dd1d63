/**
 * What holds for every group, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryInteger, arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Group } from "../../models/group.ts";
import { makeGroup } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /groups keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    order: fc.option(arbitraryInteger({ min: undefined, max: undefined })),
    select: arbitraryText({ min: 1, max: 50 }),
    class: fc.constantFrom(...["it's", 'say "hi"', "`tick`", "${x}", "*/"]),
    default: arbitraryText({ min: 0, max: 50 }),
    newValue: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Group>("/groups", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/groups/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /groups survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/groups";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /groups/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/groups/${(await makeGroup(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /groups/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/groups/${(await makeGroup(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /groups survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "order",
    "select",
    "class",
    "default",
    "newValue",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/groups?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
