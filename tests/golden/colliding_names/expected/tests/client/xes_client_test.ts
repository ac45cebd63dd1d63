/**
 * The client about xes, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type XCreate } from "../../client/client.ts";
import { makeX } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a x", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: XCreate = {
    y: "Some y",
  };
  const created = await client.xes.create(body);
  assert.deepEqual(await client.xes.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.xes.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a x", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aX = await makeX(test.system);
  const found = await client.xes.get(aX.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.xes.getIfChanged(aX.id, {}, same), undefined);
  const part = await client.xes.get(aX.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.xes.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all xes, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeX(test.system), await makeX(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.xes.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a x", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aX = await makeX(test.system);
  const change = { y: "Changed" } as const;
  const changed = await client.xes.patch(aX.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a x", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aX = await makeX(test.system);
  await client.xes.delete(aX.id);
  await assert.rejects(client.xes.delete(aX.id), refusal(404));
});
