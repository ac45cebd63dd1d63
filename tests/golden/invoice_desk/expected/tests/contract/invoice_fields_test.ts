/**
 * What clients can rely on: the fields of invoices that follow from others, or that no answer shows.
 *
 * @module
 */
import assert from "node:assert/strict";
import { expectProblem } from "../../kit/testing.ts";
import type { Invoice } from "../../models/invoice.ts";
import { invoiceBody } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

Deno.test("POST /invoices takes the accessCode, and no answer shows it", async () => {
  await using test = await startTestSystem();
  const body = { ...invoiceBody(), accessCode: "Changed" };
  const created = await test.client.post<Invoice>("/invoices", body);
  assert.equal(created.status, 201, JSON.stringify(created.body));
  assert.equal(Object.hasOwn(created.body, "accessCode"), false);
  const listed = await test.client.get<{ items: Invoice[] }>("/invoices");
  assert.deepEqual(listed.body.items, [created.body]);
  const filter = new URLSearchParams({ accessCode: String(body.accessCode) });
  expectProblem(
    await test.client.get(`/invoices?${filter}`),
    422,
    "accessCode",
  );
  expectProblem(
    await test.client.get("/invoices?sort=accessCode"),
    422,
    "sort",
  );
});
