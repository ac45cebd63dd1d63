/**
 * The client about bodies, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type BodyCreate, tagOf } from "../../client/client.ts";
import { makeBody } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a body", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: BodyCreate = {
    enabled: true,
    name: "Some name",
  };
  const created = await client.bodies.create(body);
  assert.deepEqual(await client.bodies.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.bodies.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a body", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBody = await makeBody(test.system);
  const found = await client.bodies.get(aBody.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.bodies.getIfChanged(aBody.id, {}, same), undefined);
  const part = await client.bodies.get(aBody.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.bodies.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all bodies, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeBody(test.system), await makeBody(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.bodies.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a body", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBody = await makeBody(test.system);
  const change = { enabled: false } as const;
  const changed = await client.bodies.patch(aBody.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a body", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aBody = await makeBody(test.system);
  await client.bodies.delete(aBody.id);
  await assert.rejects(client.bodies.delete(aBody.id), refusal(404));
});
