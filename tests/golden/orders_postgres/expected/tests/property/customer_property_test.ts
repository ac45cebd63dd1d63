/**
 * What holds for every customer, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import {
  arbitraryDate,
  arbitraryEmail,
  arbitraryText,
  arbitraryUrl,
} from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { Customer } from "../../models/customer.ts";
import { makeCustomer } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /customers keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const bodies = fc.record({
    email: arbitraryEmail(),
    name: arbitraryText({ min: 1, max: 50 }),
    born: fc.option(arbitraryDate()),
    website: fc.option(arbitraryUrl()),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<Customer>("/customers", body);
      if (created.status === 409) return; // The run has made one like it before.
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/customers/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /customers survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/customers";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /customers/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/customers/${(await makeCustomer(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /customers/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/customers/${(await makeCustomer(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /customers survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "email",
    "name",
    "born",
    "website",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/customers?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
