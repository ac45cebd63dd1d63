/**
 * The client about starts, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type StartCreate, tagOf } from "../../client/client.ts";
import { makeStart } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a start", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: StartCreate = {
    d: 0.5,
  };
  const created = await client.starts.create(body);
  assert.deepEqual(await client.starts.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.starts.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a start", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aStart = await makeStart(test.system);
  const found = await client.starts.get(aStart.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.starts.getIfChanged(aStart.id, {}, same),
    undefined,
  );
  const part = await client.starts.get(aStart.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.starts.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all starts, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeStart(test.system), await makeStart(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.starts.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a start", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aStart = await makeStart(test.system);
  const change = { d: 0.5 } as const;
  const changed = await client.starts.patch(aStart.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a start", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aStart = await makeStart(test.system);
  await client.starts.delete(aStart.id);
  await assert.rejects(client.starts.delete(aStart.id), refusal(404));
});
