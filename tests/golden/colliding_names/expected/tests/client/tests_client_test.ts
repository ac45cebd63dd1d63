/**
 * The client about tests, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { tagOf, type TestCreate } from "../../client/client.ts";
import { makeTest } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a test", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: TestCreate = {
    a: 5000000000,
    b: -5000000,
    c: 0.001,
  };
  const created = await client.tests.create(body);
  assert.deepEqual(await client.tests.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.tests.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a test", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTest = await makeTest(test.system);
  const found = await client.tests.get(aTest.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.tests.getIfChanged(aTest.id, {}, same), undefined);
  const part = await client.tests.get(aTest.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.tests.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all tests, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeTest(test.system), await makeTest(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.tests.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes a test", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTest = await makeTest(test.system);
  const change = { a: 5000000001 } as const;
  const changed = await client.tests.patch(aTest.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes a test", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aTest = await makeTest(test.system);
  await client.tests.delete(aTest.id);
  await assert.rejects(client.tests.delete(aTest.id), refusal(404));
});
