/**
 * The client about order lines, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type OrderLineCreate, tagOf } from "../../client/client.ts";
import { makeOrder, makeOrderLine } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an order line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: OrderLineCreate = {
    product: "Some product",
    quantity: 1,
    price: 9.5,
    orderId: (await makeOrder(test.system)).id,
  };
  const created = await client.orderLines.create(body);
  assert.deepEqual(await client.orderLines.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.orderLines.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an order line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrderLine = await makeOrderLine(test.system);
  const found = await client.orderLines.get(anOrderLine.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.orderLines.getIfChanged(anOrderLine.id, {}, same),
    undefined,
  );
  const part = await client.orderLines.get(anOrderLine.id, {
    fields: ["createdAt"],
  });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(
    client.orderLines.get(crypto.randomUUID()),
    refusal(404),
  );
});

Deno.test("the client lists all order lines, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [
    await makeOrderLine(test.system),
    await makeOrderLine(test.system),
  ];
  const keys = new Set<unknown>();
  for await (const one of client.orderLines.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an order line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrderLine = await makeOrderLine(test.system);
  const change = { product: "Changed" } as const;
  const changed = await client.orderLines.patch(anOrderLine.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an order line", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrderLine = await makeOrderLine(test.system);
  await client.orderLines.delete(anOrderLine.id);
  await assert.rejects(client.orderLines.delete(anOrderLine.id), refusal(404));
});
