/**
 * The client about asserts, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type AssertCreate, tagOf } from "../../client/client.ts";
import { makeAssert } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an assert", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: AssertCreate = {
    then: "Some then",
    name: "Some name",
    type: "Some type",
    index: 1,
  };
  const created = await client.asserts.create(body);
  assert.deepEqual(await client.asserts.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.asserts.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an assert", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anAssert = await makeAssert(test.system);
  const found = await client.asserts.get(anAssert.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(
    await client.asserts.getIfChanged(anAssert.id, {}, same),
    undefined,
  );
  const part = await client.asserts.get(anAssert.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.asserts.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all asserts, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeAssert(test.system), await makeAssert(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.asserts.listAll({ limit: 1 })) {
    keys.add(one.id);
  }
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an assert", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anAssert = await makeAssert(test.system);
  const change = { then: "Changed" } as const;
  const changed = await client.asserts.patch(anAssert.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an assert", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anAssert = await makeAssert(test.system);
  await client.asserts.delete(anAssert.id);
  await assert.rejects(client.asserts.delete(anAssert.id), refusal(404));
});
