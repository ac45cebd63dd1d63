/**
 * What holds for every controller, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Controller } from "../../models/controller.ts";
import {
  CONTROLLER_CODE_EXAMPLES,
  CONTROLLER_ISBN_EXAMPLES,
  makeController,
} from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /controllers keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    isbn: fc.constantFrom(...CONTROLLER_ISBN_EXAMPLES),
    code: fc.constantFrom(...CONTROLLER_CODE_EXAMPLES),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Controller>("/controllers", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/controllers/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /controllers survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/controllers";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /controllers/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/controllers/${(await makeController(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /controllers/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/controllers/${(await makeController(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /controllers survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "isbn",
    "code",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/controllers?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
