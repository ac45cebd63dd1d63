/**
 * The client about invoice lines, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type InvoiceLineCreate, tagOf } from "../../client/client.ts";
import { makeInvoice, makeInvoiceLine } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an invoice line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: InvoiceLineCreate = {
    description: "Some description",
    quantity: 1,
    unitPrice: 9.5,
    taxRate: 9.5,
    invoiceId: (await makeInvoice(test.system)).id,
  };
  const created = await client.invoiceLines.create(body);
  assert.deepEqual(await client.invoiceLines.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.invoiceLines.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an invoice line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anInvoiceLine = await makeInvoiceLine(test.system);
  const found = await client.invoiceLines.get(anInvoiceLine.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.invoiceLines.getIfChanged(anInvoiceLine.id, {}, same),
    undefined,
  );
  const part = await client.invoiceLines.get(anInvoiceLine.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(
    client.invoiceLines.get(crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all invoice lines, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeInvoiceLine(test.system),
    await makeInvoiceLine(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.invoiceLines.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an invoice line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anInvoiceLine = await makeInvoiceLine(test.system);
  const change = { description: "Changed" } as const;
  const changed = await client.invoiceLines.patch(anInvoiceLine.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an invoice line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anInvoiceLine = await makeInvoiceLine(test.system);
  await client.invoiceLines.delete(anInvoiceLine.id);
  await assert.rejects(
    client.invoiceLines.delete(anInvoiceLine.id),
    refusal(404),
  );
});
