/**
 * The client about items, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ItemCreate, tagOf } from "../../client/client.ts";
import { makeItem } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an item", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: ItemCreate = {
    name: "Some name",
  };
  const created = await client.items.create(body);
  assert.deepEqual(await client.items.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.items.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an item", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anItem = await makeItem(test.system);
  const found = await client.items.get(anItem.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.items.getIfChanged(anItem.id, {}, same), undefined);
  const part = await client.items.get(anItem.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.items.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all items, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeItem(test.system), await makeItem(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.items.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an item", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anItem = await makeItem(test.system);
  const change = { name: "Changed" } as const;
  const changed = await client.items.patch(anItem.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an item", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anItem = await makeItem(test.system);
  await client.items.delete(anItem.id);
  await assert.rejects(client.items.delete(anItem.id), refusal(404));
});
