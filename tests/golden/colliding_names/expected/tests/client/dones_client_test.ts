/**
 * The client about dones, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type DoneCreate, tagOf } from "../../client/client.ts";
import { expectContains } from "../../kit/testing.ts";
import { makeDone } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a done", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: DoneCreate = {};
  const created = await client.dones.create(body);
  assert.deepEqual(await client.dones.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.dones.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a done", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aDone = await makeDone(test.system);
  const found = await client.dones.get(aDone.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.dones.getIfChanged(aDone.id, {}, same), undefined);
  const part = await client.dones.get(aDone.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.dones.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all dones, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeDone(test.system), await makeDone(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.dones.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a done", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aDone = await makeDone(test.system);
  const change = { status: "a" } as const;
  const changed = await client.dones.patch(aDone.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a done", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aDone = await makeDone(test.system);
  await client.dones.delete(aDone.id);
  await assert.rejects(client.dones.delete(aDone.id), refusal(404));
});

Deno.test("the client carries out finish on a done", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aDone = await makeDone(test.system);
  const done = await client.dones.finish(aDone.id);
  expectContains(done, { status: "a" });
});
