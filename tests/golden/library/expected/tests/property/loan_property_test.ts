/**
 * What holds for every loan, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryDate } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Loan } from "../../models/loan.ts";
import { makeBook, makeLoan, makeMember } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /loans keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bookId = (await makeBook(test.system)).id;
  const memberId = (await makeMember(test.system)).id;
  const bodies = fc.record({
    dueDate: fc.option(arbitraryDate()),
    returned: fc.boolean(),
    bookId: fc.constant(bookId),
    memberId: fc.constant(memberId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Loan>("/loans", body);
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/loans/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /loans survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/loans";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /loans/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/loans/${(await makeLoan(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /loans/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/loans/${(await makeLoan(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /loans survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "dueDate",
    "returned",
    "bookId",
    "memberId",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/loans?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
