/**
 * The client about maps, against the system under test: what it gives back and throws, and its types.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type MapEntityCreate, tagOf } from "../../client/client.ts";
import { makeMap } from "../samples.ts";
import { clientOf, refusal, startTestSystem } from "../test_system.ts";

Deno.test("the client creates a map", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const body: MapEntityCreate = {
    function: "Some function",
    return: 1,
  };
  const created = await client.maps.create(body);
  assert.deepEqual(await client.maps.get(created.id), created);
  const unknown = { ...body, nosuchfield: 1 };
  await assert.rejects(client.maps.create(unknown), refusal(422));
  // @ts-expect-error: its type has no such field
  assert.equal(created.nosuchfield, undefined);
});

Deno.test("the client reads a map", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const aMap = await makeMap(test.system);
  const found = await client.maps.get(aMap.id);
  const same = { ifNoneMatch: tagOf(found) };
  assert.equal(await client.maps.getIfChanged(aMap.id, {}, same), undefined);
  const part = await client.maps.get(aMap.id, { fields: ["createdAt"] });
  assert.deepEqual(part, { id: found.id, createdAt: found.createdAt });
  // @ts-expect-error: it was not asked for
  assert.equal(part.updatedAt, undefined);
  await assert.rejects(client.maps.get(crypto.randomUUID()), refusal(404));
});

Deno.test("the client lists all maps, page by page", async () => {
  await using test = await startTestSystem();
  const client = clientOf(test);
  const stored = [await makeMap(test.system), await makeMap(test.system)];
  const keys = new Set<unknown>();
  for await (const one of client.maps.listAll({ limit: 1 })) keys.add(one.id);
  assert.equal(keys.size, stored.length);
});
