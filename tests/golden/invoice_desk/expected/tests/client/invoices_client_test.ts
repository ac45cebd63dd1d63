/**
 * The client about invoices, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type InvoiceCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeInvoice } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an invoice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: InvoiceCreate = {
    number: "Some number",
  };
  const created = await client.invoices.create(body);
  assert.deepEqual(await client.invoices.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.invoices.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an invoice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anInvoice = await makeInvoice(test.system);
  const found = await client.invoices.get(anInvoice.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.invoices.getIfChanged(anInvoice.id, {}, same),
    undefined,
  );
  const part = await client.invoices.get(anInvoice.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.invoices.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all invoices, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeInvoice(test.system),
    await makeInvoice(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.invoices.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an invoice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anInvoice = await makeInvoice(test.system);
  const change = { number: "Changed" } as const;
  const changed = await client.invoices.patch(anInvoice.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an invoice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anInvoice = await makeInvoice(test.system);
  await client.invoices.delete(anInvoice.id);
  await assert.rejects(client.invoices.delete(anInvoice.id), refusal(404));
});

Deno.test("the client carries out send on an invoice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anInvoice = await makeInvoice(test.system);
  const done = await client.invoices.send(anInvoice.id);
  expectContains(done, { status: "sent" });
});

Deno.test("the client carries out pay on an invoice", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anInvoice = await makeInvoice(test.system, { status: "sent" });
  const done = await client.invoices.pay(anInvoice.id);
  expectContains(done, { status: "paid" });
});
