/**
 * The client about sales, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type SaleCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeClient, makeItem, makeSale } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a sale", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: SaleCreate = {
    quantity: 1,
    itemId: (await makeItem(test.system)).id,
  };
  const created = await client.sales.create(body);
  assert.deepEqual(await client.sales.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.sales.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a sale", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSale = await makeSale(test.system);
  const found = await client.sales.get(aSale.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.sales.getIfChanged(aSale.id, {}, same), undefined);
  const part = await client.sales.get(aSale.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.sales.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all sales, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeSale(test.system), await makeSale(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.sales.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a sale", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSale = await makeSale(test.system);
  const change = { quantity: 2 } as const;
  const changed = await client.sales.patch(aSale.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a sale", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSale = await makeSale(test.system);
  await client.sales.delete(aSale.id);
  await assert.rejects(client.sales.delete(aSale.id), refusal(404));
});

Deno.test("the client carries out place on a sale", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSale = await makeSale(test.system, {
    itemId: (await makeItem(test.system, { stock: 5 })).id,
  });
  const done = await client.sales.place(aSale.id);
  expectContains(done, { status: "placed" });
});

Deno.test("the client carries out cancel on a sale", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSale = await makeSale(test.system, {
    status: "placed",
    itemId: (await makeItem(test.system, { stock: 0 })).id,
  });
  const done = await client.sales.cancel(aSale.id);
  expectContains(done, { status: "cancelled" });
});

Deno.test("the client carries out credit on a sale", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aSale = await makeSale(test.system, {
    clientId: (await makeClient(test.system, { credit: 62.5 })).id,
    itemId: (await makeItem(test.system, { stock: 0 })).id,
  });
  const done = await client.sales.credit(aSale.id);
  expectContains(done, { points: 0 });
});
