/**
 * The client about apis, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type APICreate, tagOf } from "../../client/client.ts";
import { makeAPI } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates an api", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: APICreate = {
    n: "Some n",
  };
  const created = await client.apis.create(body);
  assert.deepEqual(await client.apis.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.apis.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads an api", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anAPI = await makeAPI(test.system);
  const found = await client.apis.get(anAPI.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.apis.getIfChanged(anAPI.id, {}, same), undefined);
  const part = await client.apis.get(anAPI.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.apis.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all apis, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeAPI(test.system), await makeAPI(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.apis.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});

Deno.test("the client changes an api", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anAPI = await makeAPI(test.system);
  const change = { n: "Changed" } as const;
  const changed = await client.apis.patch(anAPI.id, change);
  assert.deepEqual({ ...changed, ...change }, changed);
});

Deno.test("the client deletes an api", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const anAPI = await makeAPI(test.system);
  await client.apis.delete(anAPI.id);
  await assert.rejects(client.apis.delete(anAPI.id), refusal(404));
});
