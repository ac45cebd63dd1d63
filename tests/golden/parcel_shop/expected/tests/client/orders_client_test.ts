/**
 * The client about orders, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type OrderCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeOrder } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an order", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: OrderCreate = {
    customer: "Some customer",
    weightGrams: 1,
    zone: "domestic",
    subtotal: 9.5,
  };
  const created = await client.orders.create(body);
  assert.deepEqual(await client.orders.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.orders.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an order", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrder = await makeOrder(test.system);
  const found = await client.orders.get(anOrder.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.orders.getIfChanged(anOrder.id, {}, same),
    undefined,
  );
  const part = await client.orders.get(anOrder.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.orders.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all orders, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeOrder(test.system), await makeOrder(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.orders.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an order", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrder = await makeOrder(test.system);
  const change = { customer: "Changed" } as const;
  const changed = await client.orders.patch(anOrder.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an order", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrder = await makeOrder(test.system);
  await client.orders.delete(anOrder.id);
  await assert.rejects(client.orders.delete(anOrder.id), refusal(404));
});

Deno.test("the client carries out ship on an order", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anOrder = await makeOrder(test.system);
  const done = await client.orders.ship(anOrder.id);
  expectContains(done, { status: "shipped" });
});
