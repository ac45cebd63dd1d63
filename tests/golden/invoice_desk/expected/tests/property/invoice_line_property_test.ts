/**
 * What holds for every invoice line, not only for the examples.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { arbitraryText } from "../../kit/arbitraries.ts";
import { expectContains, textInit } from "../../kit/testing.ts";
import type { InvoiceLine } from "../../models/invoice_line.ts";
import { makeInvoice, makeInvoiceLine } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /invoice-lines keeps whatever is valid", async () => {
  await using test = await startTestSystem();
  const invoiceId = (await makeInvoice(test.system)).id;
  const bodies = fc.record({
    description: arbitraryText({ min: 1, max: 50 }),
    quantity: fc.constantFrom(...[1, 3, 7]),
    unitPrice: fc.constantFrom(...[9.5, 3, 0.1]),
    discount: fc.constantFrom(...[0, 3, 0.1]),
    taxRate: fc.option(fc.constantFrom(...[9.5, 3, 0.1])),
    invoiceId: fc.constant(invoiceId),
  });
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const created = await test.client.post<InvoiceLine>(
        "/invoice-lines",
        body,
      );
      assert.equal(created.status, 201, JSON.stringify(created.body));
      expectContains(created.body, body);
      const found = await test.client.get(`/invoice-lines/${created.body.id}`);
      assert.deepEqual(found.body, created.body);
    }),
    { numRuns: 50 },
  );
});

Deno.test("POST /invoice-lines survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = "/invoice-lines";
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("POST", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PUT /invoice-lines/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/invoice-lines/${(await makeInvoiceLine(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PUT", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("PATCH /invoice-lines/{id} survives any JSON", async () => {
  await using test = await startTestSystem();
  const path = `/invoice-lines/${(await makeInvoiceLine(test.system)).id}`;
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      const answer = await test.client.send(path, textInit("PATCH", text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
    }),
    { numRuns: 50 },
  );
});

Deno.test("GET /invoice-lines survives any parameters", async () => {
  await using test = await startTestSystem();
  const names = fc.constantFrom(
    "limit",
    "cursor",
    "sort",
    "q",
    "id",
    "description",
    "quantity",
    "unitPrice",
    "discount",
    "taxRate",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(names, fc.string()), { maxLength: 4 }),
      async (pairs) => {
        const answer = await test.client.get(
          `/invoice-lines?${new URLSearchParams(pairs)}`,
        );
        assert.ok(answer.status < 500, `answered ${answer.status}`);
      },
    ),
    { numRuns: 50 },
  );
});
