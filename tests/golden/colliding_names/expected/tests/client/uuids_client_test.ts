/**
 * The client about uuids, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type UUIDCreate } from "../../client/client.ts";
import { makeUUID } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an uuid", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: UUIDCreate = {
    function: "Some function",
  };
  const created = await client.uuids.create(body);
  assert.deepEqual(await client.uuids.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.uuids.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an uuid", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anUUID = await makeUUID(test.system);
  const found = await client.uuids.get(anUUID.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.uuids.getIfChanged(anUUID.id, {}, same), undefined);
  const part = await client.uuids.get(anUUID.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.uuids.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all uuids, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeUUID(test.system), await makeUUID(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.uuids.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an uuid", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anUUID = await makeUUID(test.system);
  const change = { function: "Changed" } as const;
  const changed = await client.uuids.patch(anUUID.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an uuid", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anUUID = await makeUUID(test.system);
  await client.uuids.delete(anUUID.id);
  await assert.rejects(client.uuids.delete(anUUID.id), refusal(404));
});
