/**
 * What clients can rely on: the fields of invoice lines that follow from others.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectContains } from "../../kit/testing.ts";
import type { InvoiceLine } from "../../models/invoice_line.ts";
import { invoiceLineBody, makeInvoiceLine } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

/** What is given, and what comes of it exactly. */
const CASES: readonly {
  given: Record<string, number | null>;
  expected: Record<string, number | null>;
}[] = [
  {
    given: { quantity: 1, unitPrice: 9.5, discount: 0, taxRate: 9.5 },
    expected: { amount: 9.5, tax: 90.25, total: 99.75, perPiece: 9.5 },
  },
  {
    given: { quantity: 3, unitPrice: 0.1, discount: 7, taxRate: 1.1 },
    expected: { amount: -6.7, tax: -7.37, total: -14.07, perPiece: -2.2333 },
  },
  {
    given: { quantity: 7, unitPrice: 7, discount: 1.1, taxRate: 2 },
    expected: { amount: 47.9, tax: 95.8, total: 143.7, perPiece: 6.8429 },
  },
  {
    given: { quantity: 2, unitPrice: 1.1, discount: 2, taxRate: 19.99 },
    expected: { amount: 0.2, tax: 4, total: 4.2, perPiece: 0.1 },
  },
];

Deno.test("POST /invoice-lines computes amount and tax and total and perPiece", async () => {
  for (const { given, expected } of CASES) {
    await using test = await startTestSystem();
    const created = await test.client.post<InvoiceLine>("/invoice-lines", {
      ...await invoiceLineBody(test.system),
      ...given,
    });
    assert.equal(created.status, 201, JSON.stringify(created.body));
    expectContains(created.body, expected);
  }
});

Deno.test("PATCH /invoice-lines/{id} computes amount and tax and total and perPiece again", async () => {
  await using test = await startTestSystem();
  const { id } = await makeInvoiceLine(test.system);
  for (const { given, expected } of [...CASES, ...CASES]) {
    const changed = await test.client.patch<InvoiceLine>(
      `/invoice-lines/${id}`,
      given,
    );
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    expectContains(changed.body, expected);
  }
});
